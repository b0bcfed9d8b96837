using Conduit.Model.Cluster;
using Conduit.Model.Metrics;
using Conduit.Protocol.Common;
using Conduit.Protocol.Telemetry;

namespace Conduit.Controller.Metrics;

/// <summary>One stream of reports from one proxy's process. Dispose it when the stream ends. Used by one caller.</summary>
internal sealed class ReportStream(Reporter reporter, SeriesKeys keys, Budget counters, RingLimits limits) : IDisposable
{
    // Null where there was no room for the series.
    private readonly Dictionary<uint, CumulativeSeries?> _series = [];
    private CounterEpoch? _epoch;
    private bool _hasRoom;

    /// <param name="report">What the proxy sent.</param>
    /// <param name="pod">The pod as the cluster shows it now; null when it is not known.</param>
    /// <param name="second">Now, on the ring's clock.</param>
    public ReportOutcome Apply(ReportRequest report, Pod? pod, int second)
    {
        if (!IsWellFormed(report))
        {
            return ReportOutcome.Malformed;
        }

        lock (reporter.Gate)
        {
            reporter.SeenLocked(pod, second);
            var isStart = _epoch is null;
            var isKnown = reporter.TryFindEpochLocked(report.EpochUs, out var epoch);

            if (isStart)
            {
                BeginLocked(report, epoch);
            }
            else if (epoch.Stream != this)
            {
                return ReportOutcome.Superseded;
            }

            epoch.LastReport = second;

            // Without an earlier report of this process, its values are what a controller before this one has counted.
            return CountLocked(report, epoch, second, counts: !isStart || isKnown || report.First) ? ReportOutcome.Counted : ReportOutcome.Worn;
        }
    }

    public void Dispose() => reporter.Leave(this);

    // The first report tells all that the proxy holds, so whatever else was remembered of this process is gone there.
    private void BeginLocked(ReportRequest report, CounterEpoch epoch)
    {
        _epoch = epoch;
        epoch.Stream = this;
        var held = report.Http.Where(series => series.Key is not null).Select(series => keys.Of(series.Key)).ToHashSet();
        counters.Return(epoch.Keep(held));
        _hasRoom = held.Count < limits.CountersOfOneProxy / 2;
    }

    /// <summary>False when the stream is worn; what was counted until then is remembered, and not counted again.</summary>
    private bool CountLocked(ReportRequest report, CounterEpoch epoch, int second, bool counts)
    {
        var delta = new SeriesDelta();

        foreach (var reported in report.Http)
        {
            if (reported.Key is { } key && !TryDescribeLocked(reported.Id, keys.Of(key), epoch))
            {
                return false;
            }

            if (!_series.TryGetValue(reported.Id, out var series) || series is null)
            {
                counters.Refuse();
                continue;
            }

            series.Advance(reported, delta);

            if (counts && !delta.IsEmpty)
            {
                reporter.CountLocked(series.Key, delta, second);
            }
        }

        return true;
    }

    private bool TryDescribeLocked(uint id, SeriesKey key, CounterEpoch epoch)
    {
        if (_series.Count == limits.CountersOfOneProxy)
        {
            // Where the proxy holds so many at once, a new stream would help nobody.
            return !_hasRoom;
        }

        _series[id] = epoch.Find(key) ?? (counters.TryTake() ? epoch.Add(key) : null);
        return true;
    }

    private bool IsWellFormed(ReportRequest report) =>
        (_epoch is null || _epoch.Id == report.EpochUs)
        && report.Http.All(series =>
            series.BucketNumbers.Count == series.BucketCounts.Count
            && series.BucketNumbers.All(number => number < LatencyBuckets.Count)
            && series.Key?.Direction != ProxyDirection.Unknown);
}
