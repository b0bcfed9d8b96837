namespace Conduit.Kubernetes.Models;

public sealed record V1APIGroup
{
    public string? Name { get; init; }

    public IReadOnlyList<V1GroupVersionForDiscovery>? Versions { get; init; }
}
