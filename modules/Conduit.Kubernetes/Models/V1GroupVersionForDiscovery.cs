namespace Conduit.Kubernetes.Models;

public sealed record V1GroupVersionForDiscovery
{
    public string? GroupVersion { get; init; }

    public string? Version { get; init; }
}
