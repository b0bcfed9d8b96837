using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Conduit.Kubernetes.Configuration;

namespace Conduit.Kubernetes.Credentials;

/// <summary>Reads certificates and keys, given inline as base64 or as the path of a file. Inline wins, as it does for kubectl.</summary>
internal static class PemReader
{
    public static string? Text(string? inline, string? path, string key, KubeConfigOrigin origin)
    {
        try
        {
            return (inline, path) switch
            {
                ({ }, _) => Encoding.UTF8.GetString(Convert.FromBase64String(inline)),
                (_, { }) => File.ReadAllText(origin.Resolve(path)),
                _ => null,
            };
        }
        catch (FormatException failure)
        {
            throw KubeConfigException.Invalid(origin, $"'{key}-data' is not base64", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw KubeConfigException.Invalid(origin, $"the file of '{key}' cannot be read: {failure.Message.TrimEnd('.')}", failure);
        }
    }

    public static X509Certificate2Collection Authorities(string pem, KubeConfigOrigin origin)
    {
        var authorities = new X509Certificate2Collection();

        try
        {
            authorities.ImportFromPem(pem);
        }
        catch (CryptographicException failure)
        {
            throw KubeConfigException.Invalid(origin, "'certificate-authority' holds no certificate in PEM form", failure);
        }

        return authorities.Count > 0 ? authorities : throw KubeConfigException.Invalid(origin, "'certificate-authority' holds no certificate in PEM form");
    }

    public static X509Certificate2 WithKey(string certificate, string key, KubeConfigOrigin origin)
    {
        try
        {
            var withKey = X509Certificate2.CreateFromPem(certificate, key);

            // Windows takes no key for TLS that lives in memory only.
            return OperatingSystem.IsWindows() ? X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null) : withKey;
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            throw KubeConfigException.Invalid(origin, "the client certificate and its key cannot be used together, or are not in PEM form", failure);
        }
    }
}
