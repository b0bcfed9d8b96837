using Conduit.Operations.Tap;

namespace Conduit.Operations.Top;

/// <summary>Which requests to count, and for how long.</summary>
public sealed record TopRequest
{
    /// <summary>What is watched.</summary>
    public required TapRequest Tap { get; init; }

    /// <summary>How long; null until it is cancelled.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Time between two snapshots. Default one second.</summary>
    public TimeSpan Refresh { get; init; } = TimeSpan.FromSeconds(1);
}
