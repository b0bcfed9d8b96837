using Conduit.Controller.Cluster;
using Conduit.Controller.Metrics;
using Conduit.Controller.Selection;
using Conduit.Model.Resources;
using Conduit.Protocol.Public;
using Google.Protobuf.WellKnownTypes;

namespace Conduit.Controller.PublicApi.Stats;

/// <summary>Answers with success rates, request rates and latencies, a row for each resource.</summary>
internal sealed class StatSummaryHandler(ClusterStore cluster, ITrafficSource source)
{
    public async Task<StatSummaryResponse> HandleAsync(StatSummaryRequest request, CancellationToken cancellationToken)
    {
        var snapshot = cluster.Current;
        var query = StatQueryReader.Read(request);
        var response = new StatSummaryResponse();

        foreach (var kind in query.Kinds)
        {
            var window = await source.OpenAsync(query, kind, cancellationToken);
            var table = Table(kind, query, window, snapshot);
            response.ActualWindow = window.Length.ToDuration();

            if (table.Rows.Count > 0 || !query.SkipsEmptyTables)
            {
                response.StatTables.Add(table);
            }
        }

        return response;
    }

    private static StatTable Table(ResourceKind kind, StatQuery query, ITrafficWindow window, ClusterSnapshot snapshot)
    {
        var rows = new PodSelector
        {
            Kind = kind,
            Namespace = kind == ResourceKind.Namespace ? "" : query.Namespace,
            Name = query.Name,
            Labels = query.Labels,
        };
        var traffic = new TrafficReader(snapshot, query, rows).Read(window);
        var pods = kind == ResourceKind.Authority ? [] : PodCensus.Take(snapshot, rows);

        // Who may receive requests is listed without any too; who neither sent nor got any that were asked for is not.
        var names = query.IsOutbound || kind == ResourceKind.Authority
            ? traffic.Where(row => !row.Value.IsEmpty).Select(row => row.Key)
            : pods.Keys;

        return new StatTable
        {
            Type = ResourceKindNames.Canonical(kind),
            Rows =
            {
                names
                    .OrderBy(name => name.Namespace, StringComparer.Ordinal)
                    .ThenBy(name => name.Name, StringComparer.Ordinal)
                    .Select(name => Row(name, window.Length, traffic.GetValueOrDefault(name), pods.GetValueOrDefault(name))),
            },
        };
    }

    private static StatRow Row(ResourceName name, TimeSpan window, TrafficTotals? traffic, PodCounts? pods)
    {
        var row = new StatRow
        {
            Resource = new Resource { Namespace = name.Namespace, Type = ResourceKindNames.Canonical(name.Kind), Name = name.Name },
            TimeWindow = window.ToDuration(),
            MeshedPodCount = pods?.Meshed ?? 0,
            RunningPodCount = pods?.Running ?? 0,
            FailedPodCount = pods?.Failed ?? 0,
            Stats = traffic is null or { IsEmpty: true } ? null : Stats(traffic),
        };

        foreach (var (pod, errors) in pods?.Errors ?? new Dictionary<string, PodErrors>())
        {
            row.ErrorsByPod[pod] = errors;
        }

        return row;
    }

    private static BasicStats Stats(TrafficTotals traffic) => new()
    {
        SuccessCount = traffic.Successes,
        FailureCount = traffic.Failures,
        TlsRequestCount = traffic.OverTls,
        LatencyUsP50 = Microseconds(traffic, 0.5),
        LatencyUsP95 = Microseconds(traffic, 0.95),
        LatencyUsP99 = Microseconds(traffic, 0.99),
    };

    private static ulong Microseconds(TrafficTotals traffic, double quantile) => (ulong)traffic.Latency.Quantile(quantile).TotalMicroseconds;
}
