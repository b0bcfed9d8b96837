using Conduit.Proxy.Detection;
using Conduit.Proxy.Http1.Routing;
using Conduit.Proxy.Http2.Routing;
using Conduit.Proxy.Tcp;

namespace Conduit.Proxy.Relay;

/// <summary>The ways that connections of one direction can take on one loop.</summary>
internal sealed record RelayPaths(DetectionContext Detection, Http1Routing Http1, RelayRouting Http2, TcpRouting Tcp);
