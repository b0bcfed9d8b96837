using System.Net;
using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Inbound;

/// <summary>Leads everything of a listener to one fixed target.</summary>
internal sealed class ForwardRoutes(InboundRoute target) : IRouteSource
{
    public RouteResult Resolve(IPEndPoint? originalDestination, string? authority) => RouteResult.To(target);
}
