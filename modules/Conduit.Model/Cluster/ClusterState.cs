using System.Collections.Immutable;

namespace Conduit.Model.Cluster;

/// <summary>
/// The mesh's picture of a cluster at one moment: what runs, who owns it and where services lead. Fed by the Kubernetes API or by
/// the file of a dev mesh; everything else sees only this.
/// </summary>
public sealed record ClusterState
{
    public static ClusterState Empty { get; } = new();

    public ImmutableArray<Workload> Workloads { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<Pod> Pods { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<Service> Services { get; init => field = value.IsDefault ? [] : value; } = [];
}
