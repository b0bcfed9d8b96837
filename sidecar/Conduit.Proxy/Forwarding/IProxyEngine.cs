namespace Conduit.Proxy.Forwarding;

/// <summary>
/// Carries a connection's traffic to endpoints until it ends. Engines differ in how they do it; where to (routes and balancer) and
/// who is told (sinks) is the same for all.
/// </summary>
internal interface IProxyEngine
{
    Task RunAsync(DetectedConnection connection);
}
