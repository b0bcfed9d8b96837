using Conduit.Proxy.Detection;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Http1.Routing;
using Conduit.Proxy.Http2.Routing;
using Conduit.Proxy.Tcp;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Relay;

/// <summary>The ways that connections of one direction can take on one loop.</summary>
/// <param name="Direction">Whose connections.</param>
/// <param name="Detection">How they are told apart.</param>
/// <param name="Http1">Requests of HTTP/1.</param>
/// <param name="Http2">Requests of HTTP/2.</param>
/// <param name="Tcp">Everything else.</param>
internal sealed record RelayPaths(Direction Direction, DetectionContext Detection, Http1Routing Http1, RelayRouting Http2, TcpRouting Tcp)
{
    /// <summary>Makes the counter of a client's new connection.</summary>
    public required Func<ITransportMeter> ClientMeters { get; init; }
}
