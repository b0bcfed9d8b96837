namespace Conduit.Proxy.Balancing;

/// <summary>
/// What it costs to send one more request to an endpoint: a moving average of its latency that jumps to a peak at once and forgets
/// it slowly, times the requests that already wait there.
/// </summary>
internal sealed class PeakEwma(TimeProvider time)
{
    // Long enough to remember a slow pod between two requests of a quiet service, short enough to give it another chance.
    private static readonly TimeSpan Decay = TimeSpan.FromSeconds(10);

    // A new endpoint is taken for ordinary, neither so fast that everything falls on it nor so slow that it is never tried.
    private static readonly TimeSpan Assumed = TimeSpan.FromMilliseconds(30);

    private readonly Lock _lock = new();
    private double _latency = Assumed.TotalMilliseconds;
    private long _updatedAt = time.GetTimestamp();
    private int _waiting;

    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Milliseconds, times requests; only good for comparison.</summary>
    public double Cost
    {
        get
        {
            lock (_lock)
            {
                return AverageLocked(sample: 0, time.GetTimestamp()) * (Waiting + 1);
            }
        }
    }

    public void Begin() => Interlocked.Increment(ref _waiting);

    public void End() => Interlocked.Decrement(ref _waiting);

    public void Observe(TimeSpan latency) => Observe(latency, time.GetTimestamp());

    /// <param name="latency">How long a request took.</param>
    /// <param name="now">A timestamp of the clock.</param>
    public void Observe(TimeSpan latency, long now)
    {
        var sample = latency.TotalMilliseconds;

        lock (_lock)
        {
            _latency = sample >= _latency ? sample : AverageLocked(sample, now);
            _updatedAt = now;
        }
    }

    private double AverageLocked(double sample, long now)
    {
        var kept = Math.Exp(-time.GetElapsedTime(_updatedAt, now) / Decay);
        return (_latency * kept) + (sample * (1 - kept));
    }
}
