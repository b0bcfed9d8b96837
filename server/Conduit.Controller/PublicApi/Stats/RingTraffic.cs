using Conduit.Controller.Cluster;
using Conduit.Controller.Metrics;
using Conduit.Model.Cluster;
using Conduit.Model.Resources;

namespace Conduit.Controller.PublicApi.Stats;

/// <summary>The last ten minutes, from the ring.</summary>
internal sealed class RingTraffic(TrafficRing ring, ClusterStore cluster) : ITrafficSource
{
    public ValueTask<ITrafficWindow> OpenAsync(StatQuery query, ResourceKind kind, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ITrafficWindow>(new Window(ring, cluster.Current, ring.WindowOf(query.Window)));

    private sealed class Window(TrafficRing ring, ClusterSnapshot cluster, RingWindow window) : ITrafficWindow
    {
        public TimeSpan Length => window.Length;

        public void Read(Func<Pod, Func<SeriesKey, TrafficTotals?>?> selectorFor) =>
            ring.Read(window, reporter => selectorFor(reporter.PodIn(cluster)));
    }
}
