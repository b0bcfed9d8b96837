using System.Collections.Immutable;

namespace Conduit.Kubernetes.Configuration;

/// <summary>An entry of <c>users</c>: how the caller proves who it is.</summary>
internal sealed record UserEntry(KubeConfigOrigin Origin)
{
    public string? ClientCertificate { get; init; }

    public string? ClientCertificateData { get; init; }

    public string? ClientKey { get; init; }

    public string? ClientKeyData { get; init; }

    public string? Token { get; init; }

    public string? TokenFile { get; init; }

    public string? Username { get; init; }

    public string? Password { get; init; }

    public ExecEntry? Exec { get; init; }

    /// <summary>The name of a kind of login that Kubernetes has removed.</summary>
    public string? AuthProvider { get; init; }

    /// <summary>Headers that ask the API server to treat the caller as somebody else.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Impersonation { get; init; } = [];
}
