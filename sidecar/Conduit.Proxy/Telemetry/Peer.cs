namespace Conduit.Proxy.Telemetry;

/// <summary>The far end of a connection of the proxy's.</summary>
internal enum Peer
{
    /// <summary>The client that opened it.</summary>
    Source,

    /// <summary>The endpoint that the proxy opened it to.</summary>
    Destination,
}
