using Conduit.Controller.Cluster;
using Conduit.Controller.Taps;
using Conduit.Controller.Tests.Doubles;
using Conduit.Protocol.Common;

namespace Conduit.Controller.Tests.Taps;

public sealed class TapEnrichmentTests
{
    private static readonly PodName Web = new(Mesh.Namespace, "web-1");

    [Fact]
    public void On_a_cluster_both_ends_are_known_by_their_addresses()
    {
        var seen = TapEvents.Event(ProxyDirection.Outbound, "10.0.0.1:50000", "10.0.0.2:8080");

        TapEnrichment.Apply(seen, Web, new ClusterSnapshot(Mesh.Small()));

        Assert.Equal(("web-1", "web", Mesh.Namespace), Labels(seen.SourceMeta));
        Assert.Equal(("voting-1", "voting", Mesh.Namespace), Labels(seen.DestinationMeta));
    }

    [Fact]
    public void Where_all_addresses_are_loopback_the_proxys_own_end_is_its_pod_and_an_endpoint_tells_the_other()
    {
        var cluster = new ClusterSnapshot(Mesh.State(
            [Mesh.Pod("web-1", "127.0.0.1"), Mesh.Pod("voting-1", "127.0.0.1")],
            Mesh.Service("voting-svc", 8080, Mesh.Endpoint("127.0.0.1:7002", "voting-1"))));
        var outbound = TapEvents.Event(ProxyDirection.Outbound, "127.0.0.1:50000", "127.0.0.1:7002");
        var inbound = TapEvents.Event(ProxyDirection.Inbound, "127.0.0.1:50000", "127.0.0.1:7001");

        TapEnrichment.Apply(outbound, Web, cluster);
        TapEnrichment.Apply(inbound, Web, cluster);

        Assert.Equal("web-1", outbound.SourceMeta.Labels["pod"]);
        Assert.Equal("voting-1", outbound.DestinationMeta.Labels["pod"]);
        Assert.Equal("web-1", inbound.DestinationMeta.Labels["pod"]);
        Assert.Empty(inbound.SourceMeta.Labels);
    }

    [Fact]
    public void What_the_proxy_said_stays()
    {
        var seen = TapEvents.Event(ProxyDirection.Outbound, "10.0.0.1:50000", "10.0.0.2:8080");
        seen.DestinationMeta = new TapEvent.Types.EndpointMeta
        {
            Labels = { ["service"] = "voting-svc", ["pod"] = "as the proxy knew it", ["tls"] = "no_identity" },
        };

        TapEnrichment.Apply(seen, Web, new ClusterSnapshot(Mesh.Small()));

        Assert.Equal(
            ["deployment=voting", "namespace=emojivoto", "pod=as the proxy knew it", "service=voting-svc", "tls=no_identity"],
            seen.DestinationMeta.Labels.Select(label => $"{label.Key}={label.Value}").Order(StringComparer.Ordinal));
    }

    private static (string Pod, string Deployment, string Namespace) Labels(TapEvent.Types.EndpointMeta meta) =>
        (meta.Labels["pod"], meta.Labels["deployment"], meta.Labels["namespace"]);
}
