using Conduit.Model.Metrics;

namespace Conduit.Controller.Metrics;

/// <summary>Responses added up over series and time.</summary>
internal sealed class TrafficTotals : ITrafficSink
{
    public ulong Successes { get; private set; }

    public ulong Failures { get; private set; }

    /// <summary>Those of both that came over TLS.</summary>
    public ulong OverTls { get; private set; }

    /// <summary>Times to the first byte.</summary>
    public LatencyHistogram Latency { get; } = new();

    public bool IsEmpty => Successes == 0 && Failures == 0;

    public void Add(SeriesKey key, ref SampleReader sample)
    {
        Add(key, sample.Responses);

        while (sample.MoveNextBucket(out var bucket))
        {
            Latency.Add(bucket.Number, bucket.Count);
        }
    }

    public void Add(SeriesKey key, ulong responses)
    {
        Successes += key.Success ? responses : 0;
        Failures += key.Success ? 0 : responses;
        OverTls += key.Tls ? responses : 0;
    }

    public void Add(TrafficTotals other)
    {
        Successes += other.Successes;
        Failures += other.Failures;
        OverTls += other.OverTls;
        Latency.Add(other.Latency);
    }
}
