using Conduit.Controller.Cluster;
using Conduit.Model.Cluster;
using Conduit.Protocol.Common;
using Conduit.Protocol.Mapping;

namespace Conduit.Controller.Taps;

/// <summary>Names both ends of a request. What the proxy said stays; it knows the service that was asked for.</summary>
internal static class TapEnrichment
{
    public static void Apply(TapEvent tapEvent, PodName reporter, ClusterSnapshot cluster)
    {
        // The proxy's own end is its pod; the other is known by its address, where pods have addresses of their own.
        var isInbound = tapEvent.ProxyDirection == ProxyDirection.Inbound;
        var isOutbound = tapEvent.ProxyDirection == ProxyDirection.Outbound;
        var own = cluster.FindPod(reporter);

        tapEvent.SourceMeta = Named(tapEvent.SourceMeta, isOutbound ? own : At(tapEvent.Source, cluster));
        tapEvent.DestinationMeta = Named(tapEvent.DestinationMeta, isInbound ? own : At(tapEvent.Destination, cluster));
    }

    private static Pod? At(TcpAddress? address, ClusterSnapshot cluster) => address is null ? null : cluster.FindPodAt(address.ToEndPoint());

    private static TapEvent.Types.EndpointMeta Named(TapEvent.Types.EndpointMeta? meta, Pod? pod)
    {
        var named = meta ?? new TapEvent.Types.EndpointMeta();

        if (pod is not null)
        {
            named.Labels.TryAdd(PodLabels.Namespace, pod.Namespace);

            foreach (var (key, value) in PodLabels.Of(pod))
            {
                named.Labels.TryAdd(key, value);
            }
        }

        return named;
    }
}
