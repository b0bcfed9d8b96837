using Conduit.Model.Resources;

namespace Conduit.Model.Cluster;

/// <summary>What makes pods: a Deployment, StatefulSet, DaemonSet, Job and so on.</summary>
public sealed record Workload
{
    public required string Namespace { get; init; }

    public required ResourceKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Pods that it asks for.</summary>
    public int Replicas { get; init; } = 1;
}
