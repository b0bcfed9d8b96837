using Conduit.Controller.Calls;
using Conduit.Controller.Cluster;
using Conduit.Controller.Identity;
using Conduit.Controller.Metrics;
using Conduit.Controller.Settings;
using Conduit.Controller.Taps;
using Conduit.Protocol;

namespace Conduit.Controller.Admin;

/// <summary>What the controller tells Prometheus of itself. Names are contract.</summary>
internal sealed class MetricsPage(ClusterStore cluster, ProxyDirectory proxies, TrafficRing ring, TapHub taps, LongCalls calls)
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly string GetDestination = $"/{ProxyMethods.GetDestination.Service.FullName}/{ProxyMethods.GetDestination.Name}";

    public string Render()
    {
        var text = new ExpositionText();
        var state = cluster.Current.State;
        text.Gauge("conduit_build_info", "Always 1; the label tells the release.", 1, ("version", ControllerVersion.Release));
        text.Gauge("conduit_cluster_pods", "Pods in the picture of the cluster.", state.Pods.Length);
        text.Gauge("conduit_cluster_services", "Services in the picture of the cluster.", state.Services.Length);
        text.Gauge("conduit_destination_streams", "Destinations that proxies follow.", calls.CountOf(GetDestination));
        text.Gauge("conduit_proxies_connected", "Proxies that report or wait for taps.", proxies.Count);
        text.Gauge("conduit_ring_series", "Series of which traffic is held.", ring.SeriesCount);
        text.Counter("conduit_ring_series_overflow_total", "Reports of series that there was no room for.", ring.Overflow);
        text.Counter("conduit_tap_events_dropped_total", "Tap events lost because a client was too slow.", taps.Dropped);
        text.Gauge("conduit_taps_active", "Taps that run.", taps.Count);
        ProcessMetrics.Write(text);
        return text.ToString();
    }
}
