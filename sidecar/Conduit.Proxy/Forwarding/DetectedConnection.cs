using System.Net;
using Conduit.Proxy.Detection;
using Microsoft.AspNetCore.Connections;

namespace Conduit.Proxy.Forwarding;

/// <summary>A connection whose protocol is known and whose bytes are all still there to read.</summary>
/// <param name="Transport">The bytes.</param>
/// <param name="Listener">Where it was accepted, and with that its direction and its routes.</param>
/// <param name="Protocol">What it speaks.</param>
/// <param name="Source">The client.</param>
/// <param name="OriginalDestination">Where the client was going before it was redirected here; null when it came by itself.</param>
internal sealed record DetectedConnection(
    ConnectionContext Transport,
    ListenerModel Listener,
    ApplicationProtocol Protocol,
    IPEndPoint Source,
    IPEndPoint? OriginalDestination);
