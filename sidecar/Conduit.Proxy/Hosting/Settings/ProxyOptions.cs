using System.Collections.Immutable;
using System.Net;
using Conduit.Model.Addresses;

namespace Conduit.Proxy.Hosting.Settings;

/// <summary>What the environment says, checked. Defaults stand in <see cref="ProxyOptionsReader"/>.</summary>
internal sealed record ProxyOptions
{
    public required LogFilter Log { get; init; }

    /// <summary>The controller; null for a proxy that asks nobody.</summary>
    public TcpUrl? ControlUrl { get; init; }

    public required IPEndPoint MetricsListener { get; init; }

    public required TimeSpan MetricsRetainIdle { get; init; }

    /// <summary>The transparent outbound listener; null when only explicit upstreams are served.</summary>
    public IPEndPoint? PrivateListener { get; init; }

    /// <summary>The transparent inbound listener; null when only fixed forwards are served.</summary>
    public IPEndPoint? PublicListener { get; init; }

    /// <summary>Where inbound connections go that have no original destination.</summary>
    public IPEndPoint? PrivateForward { get; init; }

    public required TimeSpan PrivateConnectTimeout { get; init; }

    public required TimeSpan PublicConnectTimeout { get; init; }

    /// <summary>How long a request waits for the first endpoint.</summary>
    public required TimeSpan BindTimeout { get; init; }

    public required RouterOptions InboundRouter { get; init; }

    public required RouterOptions OutboundRouter { get; init; }

    public required PortSet InboundOpaquePorts { get; init; }

    public required PortSet OutboundOpaquePorts { get; init; }

    /// <summary>Tap events that wait for the controller at most; what comes on top is dropped.</summary>
    public required int EventBufferCapacity { get; init; }

    public required string PodNamespace { get; init; }

    public string? PodName { get; init; }

    public string? Token { get; init; }

    public ImmutableArray<ForwardOptions> Forwards { get; init; } = [];

    public ImmutableArray<UpstreamOptions> Upstreams { get; init; } = [];

    public required HttpEngine HttpEngine { get; init; }

    /// <summary>Event loops that share the connections; one is cheapest while it keeps up.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>How long connections are still accepted once the proxy shall end.</summary>
    public required TimeSpan DrainDelay { get; init; }

    /// <summary>How long requests may take to end after that.</summary>
    public required TimeSpan Grace { get; init; }

    /// <summary>True when the end of standard input is the parent's end, and so the proxy's.</summary>
    public bool ParentPipe { get; init; }
}
