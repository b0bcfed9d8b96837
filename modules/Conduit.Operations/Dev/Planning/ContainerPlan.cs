using System.Collections.Immutable;

namespace Conduit.Operations.Dev.Planning;

/// <summary>A container as a local process.</summary>
internal sealed record ContainerPlan
{
    public required string Name { get; init; }

    /// <summary>As one would type it into a shell in <see cref="Folder"/>.</summary>
    public required string Command { get; init; }

    public required string Folder { get; init; }

    /// <summary>On top of our own environment.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableArray<PortPlan> Ports { get; init; } = [];
}
