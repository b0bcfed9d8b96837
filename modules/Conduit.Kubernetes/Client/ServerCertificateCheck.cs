using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Conduit.Kubernetes.Configuration;

namespace Conduit.Kubernetes.Client;

/// <summary>Decides whether the API server is who it should be, and remembers in words why it was not.</summary>
internal sealed class ServerCertificateCheck(KubernetesClientConfiguration configuration)
{
    private volatile string? _fault;

    /// <summary>What is wrong with the certificate that was seen last, and what to do; null when all is well.</summary>
    public string? Fault => _fault;

    /// <summary>Whom to trust; null for those that the machine trusts.</summary>
    public X509ChainPolicy? ChainPolicy()
    {
        if (configuration.SslCaCerts is not { } authorities)
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    public bool Accepts(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var accepted = configuration.SkipTlsVerify
            || errors == SslPolicyErrors.None
            || (errors == SslPolicyErrors.RemoteCertificateChainErrors && chain is not null && EndsAtListedIntermediate(chain));
        _fault = accepted ? null : Describe(certificate as X509Certificate2, chain, errors);
        return accepted;
    }

    // Kubernetes' own clients accept every listed certificate as the end of the chain, signed by itself or not.
    private bool EndsAtListedIntermediate(X509Chain chain) =>
        configuration.SslCaCerts is { } listed
        && chain.ChainStatus.All(status => status.Status is X509ChainStatusFlags.PartialChain or X509ChainStatusFlags.UntrustedRoot)
        && chain.ChainElements.Any(element => listed.Contains(element.Certificate));

    private string Describe(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return "it shows no certificate. Check that 'server' is the API server's address.";
        }

        if (chain?.ChainStatus.Any(status => status.Status.HasFlag(X509ChainStatusFlags.NotTimeValid)) == true)
        {
            return $"its certificate holds from {Date(certificate.NotBefore)} to {Date(certificate.NotAfter)} UTC. "
                + "Have the cluster's certificates renewed, or check this machine's clock.";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return $"its certificate is for {Names(certificate)}, not for {configuration.TlsServerName ?? configuration.Host.Host}. "
                + "Correct 'server', or set 'tls-server-name' to one of those names.";
        }

        return $"its certificate is signed by '{certificate.Issuer}', whom {configuration.Source} does not trust. "
            + "Check 'certificate-authority', and that this is the right cluster.";
    }

    private static string Date(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", null);

    private static string Names(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString())))
            .ToArray();
        return names.Length == 0 ? certificate.Subject : string.Join(", ", names);
    }
}
