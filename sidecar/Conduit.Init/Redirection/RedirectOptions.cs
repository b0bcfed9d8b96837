using System.Collections.Immutable;
using System.Net;
using Conduit.Model.Addresses;

namespace Conduit.Init.Redirection;

/// <summary>Which of a pod's TCP traffic goes through the proxy.</summary>
internal sealed record RedirectOptions
{
    /// <summary>Where the proxy takes what comes to the pod.</summary>
    public required Port InboundListener { get; init; }

    /// <summary>Where the proxy takes what leaves the pod.</summary>
    public required Port OutboundListener { get; init; }

    /// <summary>Whose packets leave untouched; null when no user is exempt.</summary>
    public uint? ProxyUser { get; init; }

    /// <summary>The only inbound ports that are redirected; all when empty.</summary>
    public PortSet PortsToRedirect { get; init; } = PortSet.Empty;

    public PortSet InboundPortsToIgnore { get; init; } = PortSet.Empty;

    public PortSet OutboundPortsToIgnore { get; init; } = PortSet.Empty;

    /// <summary>Peers that are reached, and reach the pod, without the proxy.</summary>
    public ImmutableArray<IPNetwork> SubnetsToIgnore { get; init; } = [];
}
