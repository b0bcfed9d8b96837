using System.Collections.Immutable;
using Conduit.Model.Addresses;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Hosting.Settings;

namespace Conduit.Proxy.Outbound;

/// <summary>The outbound listeners. Explicit upstreams are few and known, so they are followed from the start and never given up.</summary>
internal sealed class OutboundListeners : IListenerSource, IHostedService, IDisposable
{
    private readonly ImmutableArray<UpstreamRoutes> _upstreams;

    public OutboundListeners(ProxyOptions options, OutboundRoutes routes, OutboundRouteFactory factory)
    {
        _upstreams = [.. options.Upstreams.Select(upstream => new UpstreamRoutes(factory.To(upstream.Authority, upstream.Authority)))];
        Listeners = [.. Transparent(options, routes), .. options.Upstreams.Zip(_upstreams, Explicit)];
    }

    public ImmutableArray<ListenerModel> Listeners { get; }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var upstream in _upstreams)
        {
            upstream.Start();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var upstream in _upstreams)
        {
            upstream.Dispose();
        }
    }

    private static IEnumerable<ListenerModel> Transparent(ProxyOptions options, OutboundRoutes routes) => options.PrivateListener is { } address
        ? [new ListenerModel(address, Direction.Outbound, IsTransparent: true, options.OutboundOpaquePorts, routes)]
        : [];

    private static ListenerModel Explicit(UpstreamOptions upstream, UpstreamRoutes routes) =>
        new(upstream.Listener, Direction.Outbound, IsTransparent: false, PortSet.Empty, routes);
}
