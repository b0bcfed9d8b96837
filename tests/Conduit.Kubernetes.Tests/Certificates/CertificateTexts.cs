using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Conduit.Kubernetes.Tests.Certificates;

/// <summary>Certificates as kubeconfig files spell them.</summary>
internal static class CertificateTexts
{
    public static string KeyPem(this X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        return key.ExportPkcs8PrivateKeyPem();
    }

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
