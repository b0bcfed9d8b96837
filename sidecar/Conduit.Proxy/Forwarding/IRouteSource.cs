using System.Net;

namespace Conduit.Proxy.Forwarding;

/// <summary>Says where requests go. Answers at once: what takes time, such as discovery, is the route's to wait for.</summary>
internal interface IRouteSource
{
    /// <param name="originalDestination">Where the connection was going; null when it came by itself.</param>
    /// <param name="authority">The request's host and port; null for a connection that is not HTTP.</param>
    RouteResult Resolve(IPEndPoint? originalDestination, string? authority);
}
