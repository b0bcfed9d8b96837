using System.Collections.Immutable;
using Conduit.Model.Resources;

namespace Conduit.Operations.Stat;

/// <summary>One resource and its traffic.</summary>
public sealed record StatRow
{
    /// <summary>Empty for a namespace's own row.</summary>
    public required string Namespace { get; init; }

    public required ResourceKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Running pods with a proxy; null for an authority, which has no pods.</summary>
    public required int? MeshedPods { get; init; }

    /// <summary>Running pods; null for an authority.</summary>
    public required int? RunningPods { get; init; }

    public required int FailedPods { get; init; }

    /// <summary>Pods of it that do not run, by name, and why.</summary>
    public ImmutableArray<PodFault> Faults { get; init; } = [];

    /// <summary>What the numbers cover.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>Null without traffic.</summary>
    public required StatTraffic? Traffic { get; init; }
}
