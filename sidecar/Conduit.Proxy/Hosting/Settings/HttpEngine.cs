namespace Conduit.Proxy.Hosting.Settings;

/// <summary>What carries HTTP through the proxy.</summary>
internal enum HttpEngine
{
    /// <summary>Kestrel, YARP's forwarder and SocketsHttpHandler.</summary>
    Yarp,

    /// <summary>Our own relay on event loops.</summary>
    Relay,
}
