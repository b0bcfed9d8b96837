using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Conduit.Kubernetes.Tests.Certificates;

/// <summary>A certificate authority that lives as long as the test.</summary>
internal sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly X509Certificate2 _root = CreateRoot();
    private byte _issued;

    public string Pem => _root.ExportCertificatePem();

    public X509Certificate2Collection Certificates => [_root];

    /// <summary>A certificate for a name or an address, with its key.</summary>
    public X509Certificate2 Issue(string subject, DateTimeOffset? end = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={subject}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();

        if (IPAddress.TryParse(subject, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(subject);
        }

        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(_root, Start, end ?? End.AddDays(-1), [1, ++_issued]);
        using var withKey = certificate.CopyWithPrivateKey(key);

        // A key that lives in memory only serves neither Windows nor a later export.
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }

    public void Dispose() => _root.Dispose();

    private static X509Certificate2 CreateRoot()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=a test's authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request.CreateSelfSigned(Start, End);
    }
}
