namespace Conduit.Kubernetes.Configuration;

/// <summary>An entry of <c>clusters</c>: where an API server is and how it proves itself.</summary>
internal sealed record ClusterEntry(KubeConfigOrigin Origin)
{
    public string? Server { get; init; }

    public string? CertificateAuthority { get; init; }

    public string? CertificateAuthorityData { get; init; }

    public bool InsecureSkipTlsVerify { get; init; }

    public string? TlsServerName { get; init; }

    public string? ProxyUrl { get; init; }
}
