using Conduit.Protocol.Telemetry;

namespace Conduit.Controller.Metrics;

/// <summary>The values of a series at its last report, so that only the difference counts.</summary>
internal sealed class CumulativeSeries(SeriesKey key)
{
    private readonly SortedList<int, ulong> _buckets = [];
    private ulong _responses;
    private ulong _since;

    public SeriesKey Key => key;

    /// <summary>Takes the reported values over and tells in <paramref name="delta"/> what is new.</summary>
    public void Advance(HttpSeries reported, SeriesDelta delta)
    {
        delta.Clear();

        if (reported.SinceUs < _since)
        {
            // A report from before the proxy dropped this series; all of it was counted then.
            return;
        }

        if (reported.SinceUs > _since)
        {
            (_since, _responses) = (reported.SinceUs, 0);
            _buckets.Clear();
        }

        delta.Responses = Grow(ref _responses, reported.Responses);

        for (var index = 0; index < reported.BucketNumbers.Count; index++)
        {
            AdvanceBucket((int)reported.BucketNumbers[index], reported.BucketCounts[index], delta);
        }

        delta.Sort();
    }

    private void AdvanceBucket(int number, ulong count, SeriesDelta delta)
    {
        _buckets.TryGetValue(number, out var known);
        var added = Grow(ref known, count);

        if (added > 0)
        {
            _buckets[number] = known;
            delta.Buckets.Add(new BucketCount(number, added));
        }
    }

    // Counters only grow; a smaller value is one that was overtaken on the way.
    private static ulong Grow(ref ulong known, ulong reported)
    {
        var added = reported > known ? reported - known : 0;
        known += added;
        return added;
    }
}
