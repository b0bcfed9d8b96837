using System.Collections.Immutable;
using Conduit.Kubernetes.Client;
using Conduit.Model.Resources;

namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>Everything that was read from the API server, as it was at one moment.</summary>
internal sealed record ClusterObjects
{
    public required IReadOnlyDictionary<ObjectName, PodEntry> Pods { get; init; }

    public required IReadOnlyDictionary<ObjectName, ServiceEntry?> Services { get; init; }

    public required IReadOnlyDictionary<ObjectName, SliceEntry> Slices { get; init; }

    /// <summary>Of each kind of workload, the objects with what manages them.</summary>
    public required ImmutableArray<KeyValuePair<ResourceKind, IReadOnlyDictionary<ObjectName, OwnerName?>>> Workloads { get; init; }
}
