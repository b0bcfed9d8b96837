using System.Net;
using Conduit.Model.Failures;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Hosting;
using Conduit.Proxy.Hosting.Settings;

namespace Conduit.Proxy.Inbound;

/// <summary>
/// Leads connections to where they were going: the pod's own address and port, never loopback, so that a port which the application
/// bound to loopback stays private. What was going nowhere takes the configured forward.
/// </summary>
internal sealed class InboundRoutes(ProxyOptions options, EndpointFactory endpoints, TimeProvider time) : IRouteSource, IIdleHolder, IDisposable
{
    private readonly RouteTable<IPEndPoint> _routes =
        new(options.InboundRouter, time, address => new InboundRoute(endpoints.Create(address, EndpointLabels.None)));

    public RouteResult Resolve(IPEndPoint? originalDestination, string? authority) =>
        (originalDestination ?? options.PrivateForward) is { } target
            ? RouteResult.To(_routes.Get(target))
            : RouteResult.Refused(ProxyErrors.Loop);

    public void DropIdle() => _routes.DropIdle();

    public void Dispose() => _routes.Dispose();
}
