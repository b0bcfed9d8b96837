using System.Net;
using Conduit.Model.Failures;
using Conduit.Proxy.Discovery;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Hosting;
using Conduit.Proxy.Hosting.Settings;

namespace Conduit.Proxy.Outbound;

/// <summary>
/// Routes by original destination. The authority is what the application chose to write and may name someone else, so it leads the
/// way only where nothing better is known.
/// </summary>
internal sealed class OutboundRoutes(ProxyOptions options, OutboundRouteFactory factory, TimeProvider time) : IRouteSource, IIdleHolder, IDisposable
{
    private readonly RouteTable<IPEndPoint> _byAddress = new(options.OutboundRouter, time, address => factory.To(address).Start());
    private readonly RouteTable<string> _byName = new(options.OutboundRouter, time, path => factory.To(path)!.Start());

    public RouteResult Resolve(IPEndPoint? originalDestination, string? authority)
    {
        if (originalDestination is not null)
        {
            return RouteResult.To(_byAddress.Get(originalDestination));
        }

        if (string.IsNullOrEmpty(authority))
        {
            return RouteResult.Refused(ProxyErrors.Loop);
        }

        if (ServiceName.TryReadAddress(authority, out var address))
        {
            return RouteResult.To(_byAddress.Get(address));
        }

        return ServiceName.TryExpand(authority, options.PodNamespace, out var path)
            ? RouteResult.To(_byName.Get(path))
            : RouteResult.Refused(ProxyErrors.UnknownDestination);
    }

    public void DropIdle()
    {
        _byAddress.DropIdle();
        _byName.DropIdle();
    }

    public void Dispose()
    {
        _byAddress.Dispose();
        _byName.Dispose();
    }
}
