using Conduit.Model.Metrics;

namespace Conduit.Proxy.Telemetry;

/// <summary>Counts responses of one kind and their latencies, and remembers which buckets changed since they were last reported.</summary>
internal sealed class ResponseSeries(ResponseKey key)
{
    private const int BitsPerWord = 64;

    private readonly Lock _lock = new();
    private readonly LatencyHistogram _latencies = new();
    private readonly ulong[] _changed = new ulong[(LatencyBuckets.Count + BitsPerWord - 1) / BitsPerWord];
    private double _milliseconds;

    public ResponseKey Key { get; } = key;

    public void Record(TimeSpan latency)
    {
        var bucket = LatencyBuckets.NumberOf((long)Math.Ceiling(latency.TotalMicroseconds));

        lock (_lock)
        {
            _latencies.Add(bucket, 1);
            _changed[bucket / BitsPerWord] |= 1UL << (bucket % BitsPerWord);
            _milliseconds += latency.TotalMilliseconds;
        }
    }

    public HistogramSnapshot Snapshot()
    {
        lock (_lock)
        {
            return HistogramSnapshot.Of(_latencies, _milliseconds);
        }
    }

    /// <summary>True when something was recorded since the last report.</summary>
    public bool HasChanged
    {
        get
        {
            lock (_lock)
            {
                return _changed.AsSpan().ContainsAnyExcept(0UL);
            }
        }
    }

    /// <summary>Adds to <paramref name="counts"/> every bucket that changed, or every one that is not empty, with its cumulative count.</summary>
    /// <returns>All responses so far.</returns>
    public ulong Report(bool everything, SortedDictionary<int, ulong> counts)
    {
        lock (_lock)
        {
            for (var bucket = 0; bucket < LatencyBuckets.Count; bucket++)
            {
                var isChanged = (_changed[bucket / BitsPerWord] & (1UL << (bucket % BitsPerWord))) != 0;

                if (isChanged || (everything && _latencies[bucket] > 0))
                {
                    counts[bucket] = counts.GetValueOrDefault(bucket) + _latencies[bucket];
                }
            }

            Array.Clear(_changed);
            return _latencies.Total;
        }
    }
}
