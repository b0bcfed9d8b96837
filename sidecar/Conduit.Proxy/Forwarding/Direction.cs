namespace Conduit.Proxy.Forwarding;

/// <summary>Which way a connection crosses the proxy, seen from the application beside it.</summary>
internal enum Direction
{
    /// <summary>To the application.</summary>
    Inbound,

    /// <summary>From the application.</summary>
    Outbound,
}
