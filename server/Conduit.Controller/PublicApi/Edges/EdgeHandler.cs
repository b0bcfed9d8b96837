using Conduit.Controller.Cluster;
using Conduit.Controller.Metrics;
using Conduit.Controller.PublicApi.Stats;
using Conduit.Model.Resources;
using Conduit.Protocol.Common;

namespace Conduit.Controller.PublicApi.Edges;

/// <summary>Tells who calls whom, from what the callers' proxies reported.</summary>
internal sealed class EdgeHandler(ClusterStore cluster, TrafficRing ring)
{
    private const string Nameless = "unknown";

    public EdgeList Handle(EdgeQuery query)
    {
        var snapshot = cluster.Current;
        var window = ring.WindowOf(query.Window);
        var totals = new Dictionary<TrafficEdge, TrafficTotals>();

        ring.Read(window, reporter =>
        {
            var source = PeerName.Of(reporter.PodIn(snapshot));
            return series => Select(series, source, query, totals);
        });

        return new EdgeList(window.Length,
        [
            .. totals.OrderBy(pair => pair.Key.Source.ToString(), StringComparer.Ordinal)
                .ThenBy(pair => pair.Key.Destination.ToString(), StringComparer.Ordinal)
                .Select(pair => (pair.Key, Stats: pair.Value.ToBasicStats()))
                .Where(pair => pair.Stats is not null)
                .Select(pair => (pair.Key, pair.Stats!)),
        ]);
    }

    private static TrafficTotals? Select(SeriesKey series, ResourceName source, EdgeQuery query, Dictionary<TrafficEdge, TrafficTotals> totals)
    {
        if (series.Direction != ProxyDirection.Outbound || series.Probe)
        {
            return null;
        }

        var edge = new TrafficEdge(source, PeerName.Of(series.Destination.Find) ?? Outside(series));

        if (!query.Matches(edge))
        {
            return null;
        }

        if (!totals.TryGetValue(edge, out var sum))
        {
            totals[edge] = sum = new TrafficTotals();
        }

        return sum;
    }

    private static ResourceName Outside(SeriesKey series) =>
        new("", ResourceKind.Authority, series.Authority.Length > 0 ? series.Authority : Nameless);
}
