using Conduit.Model.Resources;

namespace Conduit.Model.Cluster;

/// <summary>What makes pods: a Deployment, StatefulSet, DaemonSet, Job and so on.</summary>
/// <param name="Replicas">Pods that it asks for; default 1.</param>
public sealed record Workload(int Replicas = 1)
{
    public required string Namespace { get; init; }

    public required ResourceKind Kind { get; init; }

    public required string Name { get; init; }
}
