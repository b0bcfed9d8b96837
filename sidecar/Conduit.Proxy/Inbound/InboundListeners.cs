using System.Collections.Immutable;
using Conduit.Model.Addresses;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Hosting.Settings;

namespace Conduit.Proxy.Inbound;

internal sealed class InboundListeners(ProxyOptions options, InboundRoutes routes, EndpointFactory endpoints) : IListenerSource
{
    public ImmutableArray<ListenerModel> Listeners { get; } = [.. Transparent(options, routes), .. options.Forwards.Select(forward => Forward(forward, endpoints))];

    private static IEnumerable<ListenerModel> Transparent(ProxyOptions options, InboundRoutes routes) => options.PublicListener is { } address
        ? [new ListenerModel(address, Direction.Inbound, IsTransparent: true, options.InboundOpaquePorts, routes)]
        : [];

    private static ListenerModel Forward(ForwardOptions forward, EndpointFactory endpoints)
    {
        var route = new InboundRoute(endpoints.Create(forward.Target, EndpointLabels.None));
        return new ListenerModel(forward.Listener, Direction.Inbound, IsTransparent: false, PortSet.Empty, new ForwardRoutes(route));
    }
}
