using Conduit.Model.Metrics;
using Conduit.Protocol.Telemetry;

namespace Conduit.FleetLoad.Fleet;

/// <summary>One series of a proxy that is only told of: cumulative, with latencies in about as many buckets as real traffic has.</summary>
internal sealed class FleetCounter(uint id, HttpSeriesKey key)
{
    private const int SlowestMicroseconds = 40_000;

    private readonly SortedDictionary<uint, ulong> _buckets = [];
    private ulong _responses;
    private bool _isDescribed;

    /// <summary>Adds responses and tells of them, of the buckets that they fell into alone.</summary>
    public HttpSeries Count(int responses, Random random)
    {
        _responses += (ulong)responses;
        var series = new HttpSeries { Id = id, Key = _isDescribed ? null : key, Responses = _responses };
        _isDescribed = true;

        foreach (var bucket in Enumerable.Range(0, responses).Select(_ => BucketOf(random)).ToHashSet())
        {
            series.BucketNumbers.Add(bucket);
            series.BucketCounts.Add(_buckets[bucket]);
        }

        return series;
    }

    // Most are fast, as they are in life.
    private uint BucketOf(Random random)
    {
        var share = random.NextDouble();
        var bucket = (uint)LatencyBuckets.NumberOf(500 + (long)(share * share * share * SlowestMicroseconds));
        _buckets[bucket] = _buckets.GetValueOrDefault(bucket) + 1;
        return bucket;
    }
}
