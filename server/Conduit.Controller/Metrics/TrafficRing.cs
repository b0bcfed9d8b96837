using System.Collections.Concurrent;
using Conduit.Controller.Cluster;

namespace Conduit.Controller.Metrics;

/// <summary>
/// What the mesh's proxies counted in the last ten minutes. A report holds up the reports of its own pod alone; a question holds up
/// one pod at a time.
/// </summary>
internal sealed class TrafficRing(TimeProvider time, RingLimits limits)
{
    private readonly ConcurrentDictionary<PodName, Reporter> _reporters = new();
    private readonly Lock _entries = new();
    private readonly SeriesKeys _keys = new();
    private readonly RingClock _clock = new(time);
    private readonly Budget _series = new(limits.Series);
    private readonly Budget _counters = new(limits.Counters);

    /// <summary>Series held now.</summary>
    public int SeriesCount => _series.Used;

    /// <summary>How often a report found no room for its series, which then counted under one name, or not at all.</summary>
    public long Overflow => _series.Refused + _counters.Refused;

    /// <summary>The current second on the ring's clock.</summary>
    public int Second => _clock.Second;

    /// <summary>When that second of the ring's clock began.</summary>
    public DateTimeOffset TimeOf(int second) => _clock.TimeOf(second);

    /// <inheritdoc cref="RingClock.WindowOf"/>
    public RingWindow WindowOf(TimeSpan asked) => _clock.WindowOf(asked);

    public ReportStream Open(PodName pod)
    {
        lock (_entries)
        {
            var reporter = _reporters.GetOrAdd(pod, name => new Reporter(name, _series, _counters, limits));
            reporter.Enter();
            return new ReportStream(reporter, _keys, _counters, limits);
        }
    }

    /// <summary>
    /// Adds up what was counted in the window. <paramref name="selectorFor"/> gives, for each pod that matters, what names the sink
    /// that a series belongs to, or null; that is called while the pod's reports wait, so it has to be quick.
    /// </summary>
    public void Read(RingWindow window, Func<Reporter, Func<SeriesKey, ITrafficSink?>?> selectorFor)
    {
        foreach (var (_, reporter) in _reporters)
        {
            if (selectorFor(reporter) is { } select)
            {
                reporter.Read(window.Since, select);
            }
        }
    }

    /// <summary>How long ago the pod's proxy reported; null when it never did.</summary>
    public TimeSpan? SinceLastReport(PodName pod) =>
        _reporters.TryGetValue(pod, out var reporter) && reporter.LastReport is { } second
            ? TimeSpan.FromSeconds(Math.Max(0, _clock.Second - second))
            : null;

    public void Sweep()
    {
        var sum = new BucketSum();

        foreach (var (name, reporter) in _reporters)
        {
            if (reporter.Sweep(_clock.Second, sum))
            {
                RemoveIfIdle(name, reporter, sum);
            }
        }
    }

    // A stream may have been opened since, so it is looked at again while none can be.
    private void RemoveIfIdle(PodName name, Reporter reporter, BucketSum sum)
    {
        lock (_entries)
        {
            if (reporter.Sweep(_clock.Second, sum))
            {
                _reporters.TryRemove(name, out _);
            }
        }
    }
}
