namespace Conduit.Controller.Metrics;

/// <summary>
/// Responses added up over series but not over time. Every point covers ten seconds, so that all of them compare: the ring's blocks
/// first, and for the last minute the ten seconds up to each second.
/// </summary>
internal sealed class TrafficTimeline : ITrafficSink
{
    private readonly int _since;
    private readonly int _now;
    private readonly int _fine;
    private readonly TrafficTotals?[] _blocks;
    private readonly TrafficTotals?[] _seconds;

    /// <param name="since">The first second, the beginning of a block.</param>
    /// <param name="now">The current second, which is left out because its samples are still coming.</param>
    public TrafficTimeline(int since, int now)
    {
        _now = now;
        _since = RingClock.BlockOf(since);
        _fine = Math.Max(_since, RingClock.BlockOf(Math.Max(0, now - RingClock.FineSeconds)));
        _blocks = new TrafficTotals?[(_fine - _since) / RingClock.BlockSeconds];
        _seconds = new TrafficTotals?[now - _fine];
    }

    public void Add(SeriesKey key, ref SampleReader sample)
    {
        if (sample.Time >= _now || sample.Time < _since)
        {
            return;
        }

        ref var slot = ref sample.Time < _fine
            ? ref _blocks[(sample.Time - _since) / RingClock.BlockSeconds]
            : ref _seconds[sample.Time - _fine];
        slot ??= new TrafficTotals();
        slot.Add(key, ref sample);
    }

    /// <summary>From the oldest to the newest.</summary>
    public IEnumerable<TimelinePoint> Points()
    {
        for (var block = 0; block < _blocks.Length; block++)
        {
            yield return new TimelinePoint(_since + ((block + 1) * RingClock.BlockSeconds), _blocks[block]);
        }

        for (var end = RingClock.BlockSeconds; end <= _seconds.Length; end++)
        {
            yield return new TimelinePoint(_fine + end, Sum(_seconds.AsSpan(end - RingClock.BlockSeconds, RingClock.BlockSeconds)));
        }
    }

    private static TrafficTotals? Sum(ReadOnlySpan<TrafficTotals?> seconds)
    {
        TrafficTotals? sum = null;

        foreach (var second in seconds)
        {
            if (second is not null)
            {
                sum ??= new TrafficTotals();
                sum.Add(second);
            }
        }

        return sum;
    }
}
