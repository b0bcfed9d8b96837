using Conduit.Proxy.Balancing;
using Conduit.Proxy.Discovery;
using Conduit.Proxy.Hosting.Settings;

namespace Conduit.Proxy.Outbound;

/// <summary>What every outbound route needs.</summary>
internal sealed class OutboundContext(DestinationWatcher watcher, Balancer balancer, EndpointFactory endpoints, ProxyOptions options, TimeProvider time)
{
    public DestinationWatcher Watcher { get; } = watcher;

    public Balancer Balancer { get; } = balancer;

    public EndpointFactory Endpoints { get; } = endpoints;

    public TimeProvider Time { get; } = time;

    public TimeSpan BindTimeout { get; } = options.BindTimeout;

    public string PodNamespace { get; } = options.PodNamespace;
}
