using System.Collections.Immutable;

namespace Conduit.Controller.Web.Documents;

/// <summary>Columns of equal length, the oldest point first; each point covers the ten seconds up to it.</summary>
internal sealed record TimelineDocument
{
    /// <summary>Seconds that a point covers.</summary>
    public required int Step { get; init; }

    /// <summary>When each point ends, in seconds of Unix time.</summary>
    public required ImmutableArray<double> At { get; init; }

    public required ImmutableArray<ulong> Success { get; init; }

    public required ImmutableArray<ulong> Failure { get; init; }

    /// <summary>Milliseconds; null where a point has no traffic.</summary>
    public required ImmutableArray<double?> P50 { get; init; }

    public required ImmutableArray<double?> P95 { get; init; }

    public required ImmutableArray<double?> P99 { get; init; }
}
