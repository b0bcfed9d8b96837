using System.Collections.Immutable;

namespace Conduit.Operations.Dev;

/// <summary>What to run, as the user asked for it.</summary>
public sealed record DevUpRequest
{
    /// <summary>Manifests: files, folders, or <c>-</c> for stdin. None: the sample that comes with the program.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>What <c>-</c> reads; null where there is none.</summary>
    public Stream? Input { get; init; }

    /// <summary>The mesh's name; null: that of the first file.</summary>
    public string? Name { get; init; }

    /// <summary>For objects that name none.</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>How to run a container, by <c>workload</c> or <c>workload/container</c>; beats the annotation.</summary>
    public ImmutableDictionary<string, string> Commands { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>True where a Ctrl+C in the terminal is not meant for the mesh, because its owner has a prompt there. Default false.</summary>
    public bool IgnoresInterrupts { get; init; }
}
