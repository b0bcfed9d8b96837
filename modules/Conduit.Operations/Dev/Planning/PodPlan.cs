using System.Collections.Immutable;
using Conduit.Model.Cluster;

namespace Conduit.Operations.Dev.Planning;

/// <summary>One pod: its containers as processes, and the proxy beside them.</summary>
internal sealed record PodPlan
{
    public required string Namespace { get; init; }

    public required string Name { get; init; }

    /// <summary>Null for a bare pod.</summary>
    public Workload? Owner { get; init; }

    public RestartPolicy Restart { get; init; }

    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableArray<ContainerPlan> Containers { get; init; } = [];

    public required ProxyPlan Proxy { get; init; }

    /// <summary><c>namespace/name</c>.</summary>
    public string FullName => $"{Namespace}/{Name}";
}
