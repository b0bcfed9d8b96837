namespace Conduit.Kubernetes.Models;

public sealed record V1PodSpec
{
    public IReadOnlyList<V1Container>? Containers { get; init; }

    public IReadOnlyList<V1Container>? InitContainers { get; init; }

    /// <summary>Default Always.</summary>
    public string? RestartPolicy { get; init; }

    public IReadOnlyList<V1PodReadinessGate>? ReadinessGates { get; init; }

    public string? ServiceAccountName { get; init; }

    public string? NodeName { get; init; }

    /// <summary>Default false.</summary>
    public bool? HostNetwork { get; init; }
}
