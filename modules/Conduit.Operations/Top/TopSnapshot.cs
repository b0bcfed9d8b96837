using System.Collections.Immutable;

namespace Conduit.Operations.Top;

/// <summary>What was observed so far.</summary>
public sealed record TopSnapshot
{
    /// <summary>The busiest first.</summary>
    public required ImmutableArray<TopRow> Rows { get; init; }

    /// <summary>Requests in all rows.</summary>
    public required long Count { get; init; }

    /// <summary>Time since the first question.</summary>
    public required TimeSpan Elapsed { get; init; }
}
