using Conduit.Model.Cluster;
using Conduit.Protocol.Common;
using Conduit.Protocol.Telemetry;

namespace Conduit.FleetLoad.Fleet;

/// <summary>What one proxy counts: its pod's responses, and those that its pod got from each service, successes and failures.</summary>
internal sealed class FleetCounters
{
    // Of so many responses one fails.
    private const int FailsOnceIn = 50;

    private readonly List<(FleetCounter Successes, FleetCounter Failures)> _series = [];
    private readonly ulong _epoch;
    private uint _lastId;
    private bool _isFirst = true;

    public FleetCounters(Pod pod, IEnumerable<Pod> called, ulong epoch)
    {
        _epoch = epoch;
        Add(KeyOf(ProxyDirection.Inbound, pod));

        foreach (var other in called)
        {
            Add(KeyOf(ProxyDirection.Outbound, other));
        }
    }

    /// <param name="responses">Of each series.</param>
    /// <param name="random">Draws latencies and failures.</param>
    public ReportRequest Count(int responses, Random random)
    {
        var report = new ReportRequest { EpochUs = _epoch, First = _isFirst };
        _isFirst = false;

        foreach (var (successes, failures) in _series)
        {
            var failed = Enumerable.Range(0, responses).Count(_ => random.Next(FailsOnceIn) == 0);
            report.Http.Add(successes.Count(responses - failed, random));

            if (failed > 0)
            {
                report.Http.Add(failures.Count(failed, random));
            }
        }

        return report;
    }

    private void Add(HttpSeriesKey key)
    {
        var failed = key.Clone();
        (key.Success, key.StatusClass) = (true, 2);
        (failed.Success, failed.StatusClass) = (false, 5);
        _series.Add((new FleetCounter(++_lastId, key), new FleetCounter(++_lastId, failed)));
    }

    private static HttpSeriesKey KeyOf(ProxyDirection direction, Pod called)
    {
        var key = new HttpSeriesKey { Direction = direction, Authority = $"{FleetPlan.ServiceOf(called)}.{called.Namespace}:{FleetPlan.Port}" };

        if (direction == ProxyDirection.Outbound)
        {
            key.Destination.Add("namespace", called.Namespace);
            key.Destination.Add("deployment", called.Owner!.Name);
            key.Destination.Add("service", FleetPlan.ServiceOf(called));
            key.Destination.Add("pod", called.Name);
        }

        return key;
    }
}
