namespace Conduit.Proxy.Hosting.Settings;

/// <summary>What carries HTTP through the proxy.</summary>
internal enum HttpEngine
{
    /// <summary>Kestrel, YARP's forwarder and SocketsHttpHandler.</summary>
    Yarp,

    /// <summary>Our own relay of frames for HTTP/2; the rest as with <see cref="Yarp"/>.</summary>
    Relay,
}
