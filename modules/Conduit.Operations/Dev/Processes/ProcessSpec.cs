using System.Collections.Immutable;

namespace Conduit.Operations.Dev.Processes;

/// <summary>A process to start.</summary>
internal sealed record ProcessSpec
{
    public required string Program { get; init; }

    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Instead of <see cref="Arguments"/>, where a program has quoting rules of its own.</summary>
    public string? RawArguments { get; init; }

    public required string Folder { get; init; }

    /// <summary>On top of our own environment.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>True to hold its standard input open, so that it learns of our end by the end of it. Else it has no input.</summary>
    public bool HoldsInput { get; init; }
}
