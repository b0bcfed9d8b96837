using Conduit.Protocol.Telemetry;

namespace Conduit.Controller.Metrics;

/// <summary>The values of a series at its last report, so that only the difference counts.</summary>
internal sealed class CumulativeSeries(SeriesKey key)
{
    private readonly CumulativeBuckets _buckets = new();
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

        // Counters only grow; a smaller value is one that was overtaken on the way.
        delta.Responses = reported.Responses > _responses ? reported.Responses - _responses : 0;
        _responses += delta.Responses;

        for (var index = 0; index < reported.BucketNumbers.Count; index++)
        {
            var number = (int)reported.BucketNumbers[index];

            if (_buckets.Advance(number, reported.BucketCounts[index]) is var added and > 0)
            {
                delta.Buckets.Add(new BucketCount(number, added));
            }
        }

        delta.Sort();
    }
}
