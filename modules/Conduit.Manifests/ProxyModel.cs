using Conduit.Model.Addresses;

namespace Conduit.Manifests;

/// <summary>How a pod is meshed: everything that the injected containers, labels and annotations depend on.</summary>
public sealed record ProxyModel
{
    /// <summary>Who renders, for <c>conduit.io/created-by</c>, such as <c>conduit/cli 0.1.0</c>.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>The images' tag.</summary>
    public required string Version { get; init; }

    /// <summary>What stands before the names of our images.</summary>
    public required string Registry { get; init; }

    public string ControlPlaneNamespace { get; init; } = "conduit";

    /// <summary>Another image than <c>proxy</c> of the registry, with or without a tag.</summary>
    public string? ProxyImage { get; init; }

    /// <summary>Another image than <c>proxy-init</c> of the registry, with or without a tag.</summary>
    public string? InitImage { get; init; }

    public ImagePullPolicy ImagePullPolicy { get; init; }

    public int ProxyUid { get; init; } = 2102;

    public string ProxyLogLevel { get; init; } = "warn,conduit_proxy=info";

    /// <summary>How long the proxy waits for a usable endpoint.</summary>
    public TimeSpan ProxyBindTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public Port ApiPort { get; init; } = new(8086);

    public Port ControlPort { get; init; } = new(4190);

    public Port MetricsPort { get; init; } = new(4191);

    public Port InboundPort { get; init; } = new(4143);

    public Port OutboundPort { get; init; } = new(4140);

    /// <summary>Ports of the pod that are reached without the proxy.</summary>
    public PortSet SkipInboundPorts { get; init; } = PortSet.Empty;

    /// <summary>Ports elsewhere that the pod reaches without the proxy.</summary>
    public PortSet SkipOutboundPorts { get; init; } = PortSet.Empty;

    /// <summary>Ports that are proxied as plain TCP; empty leaves the proxy's own list.</summary>
    public PortSet OpaquePorts { get; init; } = PortSet.Empty;

    public ProxyResources Resources { get; init; } = ProxyResources.None;

    /// <summary>True for an init container that restarts (Kubernetes 1.29 and up), false for the classic form.</summary>
    public bool NativeSidecar { get; init; } = true;
}
