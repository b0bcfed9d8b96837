using Conduit.Controller.Cluster;
using Conduit.Controller.Metrics;
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
        var rows = query.RowsOf(kind);
        var traffic = new TrafficReader<TrafficTotals>(snapshot, query, rows, () => new TrafficTotals()).Read(window.Read);
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
            Stats = traffic.ToBasicStats(),
        };

        foreach (var (pod, errors) in pods?.Errors ?? new Dictionary<string, PodErrors>())
        {
            row.ErrorsByPod[pod] = errors;
        }

        return row;
    }
}
