namespace Conduit.Controller.Listeners;

/// <summary>The controller's ports. Each serves what was mapped for it and nothing else.</summary>
internal enum Listener
{
    /// <summary>The public API: gRPC.</summary>
    Api,

    /// <summary>What the proxies dial: gRPC.</summary>
    ProxyApi,

    /// <summary>The dashboard: HTTP/1.1.</summary>
    Web,

    /// <summary>Liveness, readiness and metrics: HTTP/1.1.</summary>
    Admin,
}
