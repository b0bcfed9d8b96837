namespace Conduit.Kubernetes.Credentials;

internal sealed record ExecCredentialStatus
{
    /// <summary>Null when it holds for as long as it is accepted.</summary>
    public DateTimeOffset? ExpirationTimestamp { get; init; }

    public string? Token { get; init; }

    public string? ClientCertificateData { get; init; }

    public string? ClientKeyData { get; init; }
}
