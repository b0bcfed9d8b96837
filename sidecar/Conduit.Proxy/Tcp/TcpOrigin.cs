using System.Net;
using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Tcp;

/// <summary>Where a connection came from and was going.</summary>
/// <param name="Routes">Those of its listener.</param>
/// <param name="Source">The client.</param>
/// <param name="Local">Where it was accepted.</param>
/// <param name="OriginalDestination">Where the client was going before it was redirected; null when it came by itself.</param>
internal sealed record TcpOrigin(IRouteSource Routes, IPEndPoint Source, IPEndPoint Local, IPEndPoint? OriginalDestination);
