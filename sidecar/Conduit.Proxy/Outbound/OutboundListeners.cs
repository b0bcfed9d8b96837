using System.Collections.Immutable;
using Conduit.Model.Addresses;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Hosting.Settings;

namespace Conduit.Proxy.Outbound;

internal sealed class OutboundListeners(ProxyOptions options, OutboundRoutes routes, OutboundRouteFactory factory) : IListenerSource, IDisposable
{
    public ImmutableArray<ListenerModel> Listeners { get; } = [.. Transparent(options, routes), .. options.Upstreams.Select(upstream => Explicit(upstream, factory))];

    public void Dispose()
    {
        foreach (var upstream in Listeners.Select(listener => listener.Routes).OfType<UpstreamRoutes>())
        {
            upstream.Dispose();
        }
    }

    private static IEnumerable<ListenerModel> Transparent(ProxyOptions options, OutboundRoutes routes) => options.PrivateListener is { } address
        ? [new ListenerModel(address, Direction.Outbound, IsTransparent: true, options.OutboundOpaquePorts, routes)]
        : [];

    private static ListenerModel Explicit(UpstreamOptions upstream, OutboundRouteFactory factory)
    {
        var route = factory.To(upstream.Authority, upstream.Authority);
        return new ListenerModel(upstream.Listener, Direction.Outbound, IsTransparent: false, PortSet.Empty, new UpstreamRoutes(route));
    }
}
