namespace Conduit.Model.Metrics;

/// <summary>Counts of latencies on the scale of <see cref="LatencyBuckets"/>. Not safe for concurrent use.</summary>
public sealed class LatencyHistogram
{
    private readonly ulong[] _counts = new ulong[LatencyBuckets.Count];

    public ulong Total { get; private set; }

    public ulong this[int number] => _counts[number];

    public void Record(TimeSpan latency) => Add(LatencyBuckets.NumberOf((long)Math.Ceiling(latency.TotalMicroseconds)), 1);

    public void Add(int number, ulong count)
    {
        _counts[Math.Clamp(number, 0, LatencyBuckets.Count - 1)] += count;
        Total += count;
    }

    public void Add(LatencyHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);

        for (var number = 0; number < _counts.Length; number++)
        {
            _counts[number] += other._counts[number];
        }

        Total += other.Total;
    }

    /// <summary>The latency that the share <paramref name="quantile"/> (0 to 1) of all did not exceed; zero when empty.</summary>
    public TimeSpan Quantile(double quantile)
    {
        if (Total == 0)
        {
            return TimeSpan.Zero;
        }

        var rank = Math.Max(1, (ulong)Math.Ceiling(Math.Clamp(quantile, 0, 1) * Total));
        ulong seen = 0;

        for (var number = 0; number < _counts.Length; number++)
        {
            seen += _counts[number];

            if (seen >= rank)
            {
                return TimeSpan.FromMicroseconds(LatencyBuckets.Middle(number));
            }
        }

        return TimeSpan.FromMicroseconds(LatencyBuckets.Middle(LatencyBuckets.Count - 1));
    }
}
