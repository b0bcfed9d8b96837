using System.Collections.Immutable;
using Conduit.Controller.Cluster;
using Conduit.Controller.Metrics;
using Conduit.Controller.PublicApi.Stats;
using Conduit.Controller.Selection;
using Conduit.Grpc;
using Conduit.Protocol.Public;

namespace Conduit.Controller.PublicApi.Timelines;

/// <summary>Tells how the traffic of a selection went over the time that the ring holds; the selection is that of statistics.</summary>
internal sealed class TimelineHandler(ClusterStore cluster, TrafficRing ring)
{
    /// <summary>From the oldest point to the newest.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT.</exception>
    public ImmutableArray<TimelinePoint> Handle(StatSummaryRequest request)
    {
        var query = StatQueryReader.Read(request);

        if (query.Kinds is not [var kind])
        {
            throw ApiFault.Invalid("a timeline is of one kind of resource, or a request would be counted for each of them");
        }

        var snapshot = cluster.Current;
        var window = ring.WindowOf(query.Window);
        var timeline = new TrafficTimeline(window.Since, ring.Second);
        new TrafficReader<TrafficTimeline>(snapshot, query, query.RowsOf(kind), () => timeline)
            .Read(select => ring.Read(window, reporter => select(reporter.PodIn(snapshot))));
        return [.. timeline.Points()];
    }
}
