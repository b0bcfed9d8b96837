using System.Collections.Immutable;

namespace Conduit.Model.Cluster;

public sealed record Service
{
    public required string Namespace { get; init; }

    public required string Name { get; init; }

    /// <summary>The cluster IP; null for headless services and in a dev mesh.</summary>
    public string? ClusterIp { get; init; }

    public ImmutableArray<ServicePort> Ports { get; init => field = value.IsDefault ? [] : value; } = [];
}
