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
                _epoch = epoch;
                epoch.Stream = this;
            }
            else if (epoch.Stream != this)
            {
                return ReportOutcome.Superseded;
            }

            epoch.LastReport = second;

            // Without an earlier report of this process, its values are what a controller before this one has counted.
            CountLocked(report, epoch, second, counts: !isStart || isKnown || report.First);
            return ReportOutcome.Counted;
        }
    }

    public void Dispose() => reporter.Leave(this);

    private void CountLocked(ReportRequest report, CounterEpoch epoch, int second, bool counts)
    {
        var delta = new SeriesDelta();

        foreach (var reported in report.Http)
        {
            if (reported.Key is { } key)
            {
                _series[reported.Id] = DescribeLocked(epoch, keys.Of(key));
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
    }

    private CumulativeSeries? DescribeLocked(CounterEpoch epoch, SeriesKey key)
    {
        if (epoch.Find(key) is { } known)
        {
            return known;
        }

        return epoch.Count < limits.CountersOfOneProxy && counters.TryTake() ? epoch.Add(key) : null;
    }

    private bool IsWellFormed(ReportRequest report) =>
        (_epoch is null || _epoch.Id == report.EpochUs)
        && report.Http.All(series =>
            series.BucketNumbers.Count == series.BucketCounts.Count
            && series.BucketNumbers.All(number => number < LatencyBuckets.Count)
            && series.Key?.Direction != ProxyDirection.Unknown);
}
