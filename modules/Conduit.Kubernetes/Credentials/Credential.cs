using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;

namespace Conduit.Kubernetes.Credentials;

/// <summary>What a request proves the caller's identity with: a header, a certificate with its key, both or neither.</summary>
internal sealed record Credential(AuthenticationHeaderValue? Authorization = null, X509Certificate2? Certificate = null)
{
    public static Credential Bearer(string token, X509Certificate2? certificate = null) => new(new AuthenticationHeaderValue("Bearer", token), certificate);
}
