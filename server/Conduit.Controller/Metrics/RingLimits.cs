namespace Conduit.Controller.Metrics;

/// <summary>How much the ring holds at most. What is beyond counts under one name, or is refused and counted as such.</summary>
internal sealed record RingLimits
{
    /// <summary>Series of all pods together. Default 50,000.</summary>
    public int Series { get; init; } = 50_000;

    /// <summary>Series of one pod. Default 2,000.</summary>
    public int SeriesOfOnePod { get; init; } = 2_000;

    /// <summary>Reported series whose last values are remembered, of all proxies together. Default 200,000.</summary>
    public int Counters { get; init; } = 200_000;

    /// <summary>The same, of one proxy's process. Default 10,000.</summary>
    public int CountersOfOneProxy { get; init; } = 10_000;

    /// <summary>Longer authorities count under one name. Default 255.</summary>
    public int AuthorityLength { get; init; } = 255;
}
