using System.Collections.Immutable;
using Conduit.Model.Cluster;

namespace Conduit.Operations.Dev.Planning;

/// <summary>Everything that a dev mesh will run, with every port chosen. Nothing has been started yet.</summary>
internal sealed record DevPlan
{
    public required string Mesh { get; init; }

    public required ControllerPlan Controller { get; init; }

    /// <summary>In the order to run them, each distinct one once.</summary>
    public ImmutableArray<BuildPlan> Builds { get; init; } = [];

    public ImmutableArray<Workload> Workloads { get; init; } = [];

    public ImmutableArray<PodPlan> Pods { get; init; } = [];

    /// <summary>With the endpoints that they have once every pod is ready.</summary>
    public ImmutableArray<Service> Services { get; init; } = [];

    /// <summary>Where a browser finds the application; null when nothing in it looks like a page.</summary>
    public string? AppUrl { get; init; }

    /// <summary>What the manifest asks for and will not get here.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}
