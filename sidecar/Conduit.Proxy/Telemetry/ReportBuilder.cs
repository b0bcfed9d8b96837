using Conduit.Protocol.Common;
using Conduit.Protocol.Telemetry;
using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Telemetry;

/// <summary>Makes the next report of a stream: every series at its start, then those that changed.</summary>
internal sealed class ReportBuilder(HttpSeriesTable table, ProcessClock clock)
{
    private volatile bool _wasAnswered;

    /// <summary>The controller has heard of this process.</summary>
    public void Answered() => _wasAnswered = true;

    public ReportRequest Build(ReportStream stream)
    {
        var report = new ReportRequest { EpochUs = (ulong)clock.StartedAtMicroseconds, First = !_wasAnswered };
        var alive = new HashSet<ReportKey>();

        foreach (var requests in table.All)
        {
            foreach (var group in requests.Responses.GroupBy(pair => new ReportKey(requests, pair.Key.IsSuccess, pair.Key.StatusClass), pair => pair.Value))
            {
                alive.Add(group.Key);
                Add(report, stream, group.Key, [.. group]);
            }
        }

        stream.Keep(alive);
        stream.IsNew = false;
        return report;
    }

    private static void Add(ReportRequest report, ReportStream stream, ReportKey key, ResponseSeries[] members)
    {
        if (!stream.IsNew && !Array.Exists(members, member => member.HasChanged))
        {
            return;
        }

        // With several members, a bucket that changed in one of them counts what all of them hold, so all are asked for everything.
        var everything = stream.IsNew || members.Length > 1;
        var buckets = new SortedDictionary<int, ulong>();
        var total = members.Aggregate(0UL, (sum, member) => sum + member.Report(everything, buckets));
        var series = new HttpSeries { Id = stream.IdOf(key, out var isNew), Responses = total, SinceUs = (ulong)key.Requests.SinceMicroseconds };
        series.Key = isNew ? Describe(key) : null;
        series.BucketNumbers.AddRange(buckets.Keys.Select(number => (uint)number));
        series.BucketCounts.AddRange(buckets.Values);
        report.Http.Add(series);
    }

    private static HttpSeriesKey Describe(ReportKey key)
    {
        var request = key.Requests.Key;
        var wire = new HttpSeriesKey
        {
            Direction = request.Direction == Direction.Inbound ? ProxyDirection.Inbound : ProxyDirection.Outbound,
            Authority = request.Authority,
            Probe = request.IsProbe,
            Success = key.IsSuccess,
            StatusClass = (uint)key.StatusClass,
        };

        foreach (var (name, value) in request.Labels.Pairs)
        {
            wire.Destination.Add(name, value);
        }

        return wire;
    }
}
