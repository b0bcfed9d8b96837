using System.Net;
using Conduit.Model.Failures;
using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Outbound;

/// <summary>Leads everything of a listener to one service. The application called a port of ours, so the request's authority is put right.</summary>
internal sealed class UpstreamRoutes(OutboundRoute? route) : IRouteSource, IDisposable
{
    public RouteResult Resolve(IPEndPoint? originalDestination, string? authority) =>
        route is null ? RouteResult.Refused(ProxyErrors.UnknownDestination) : RouteResult.To(route);

    public void Start() => route?.Start();

    public void Dispose() => route?.Dispose();
}
