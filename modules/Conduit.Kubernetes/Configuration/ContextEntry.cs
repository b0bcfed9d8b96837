namespace Conduit.Kubernetes.Configuration;

/// <summary>An entry of <c>contexts</c>: a cluster, who to be there, and the namespace to start from.</summary>
internal sealed record ContextEntry(KubeConfigOrigin Origin)
{
    public string? Cluster { get; init; }

    public string? User { get; init; }

    public string? Namespace { get; init; }
}
