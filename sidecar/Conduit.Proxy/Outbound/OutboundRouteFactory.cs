using System.Net;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Discovery;

namespace Conduit.Proxy.Outbound;

/// <summary>Makes routes to addresses and to names; they follow their destination once they are started.</summary>
internal sealed class OutboundRouteFactory(OutboundContext context)
{
    public OutboundRoute To(IPEndPoint address, string? authority = null) => Create(
        address.ToString(), context.Endpoints.Create(address, EndpointLabels.None), authority);

    /// <summary>Null when the authority is neither an address nor the name of a service.</summary>
    public OutboundRoute? To(string requested, string? authority = null)
    {
        if (ServiceName.TryReadAddress(requested, out var address))
        {
            return To(address, authority);
        }

        return ServiceName.TryExpand(requested, context.PodNamespace, out var path) ? Create(path, straight: null, authority) : null;
    }

    private OutboundRoute Create(string path, Endpoint? straight, string? authority) =>
        new OutboundRoute(new Destination(path, context.Endpoints), straight, authority, context);
}
