using System.Collections.Immutable;

namespace Conduit.Init.Arguments;

/// <summary>The flags of <c>conduit-init</c>; their names are contract.</summary>
internal static class InitFlags
{
    public static Flag IncomingProxyPort { get; } = new("incoming-proxy-port", 'p', "PORT", "where the proxy takes what comes to the pod (required)");

    public static Flag OutgoingProxyPort { get; } = new("outgoing-proxy-port", 'o', "PORT", "where the proxy takes what leaves the pod (required)");

    public static Flag ProxyUid { get; } = new("proxy-uid", 'u', "UID", "whose packets leave untouched; 0 or less exempts nobody (default 0)");

    public static Flag PortsToRedirect { get; } = new("ports-to-redirect", 'r', "PORTS", "the only inbound ports to redirect (default all)");

    public static Flag InboundPortsToIgnore { get; } = new("inbound-ports-to-ignore", 'i', "PORTS", "inbound ports to leave alone");

    public static Flag OutboundPortsToIgnore { get; } = new("outbound-ports-to-ignore", null, "PORTS", "outbound ports to leave alone");

    public static Flag SubnetsToIgnore { get; } = new("subnets-to-ignore", null, "CIDRS", "peers to leave alone, both ways");

    public static Flag IptablesMode { get; } = new("iptables-mode", null, "MODE", "auto, nft, legacy or plain (default auto)");

    public static Flag Ipv6 { get; } = new("ipv6", null, "WHEN", "auto, true or false; auto looks for an IPv6 address (default auto)");

    public static Flag Wait { get; } = new("wait", 'w', "SECONDS", "how long to wait for the iptables lock (default 10)");

    public static Flag Simulate { get; } = new("simulate", null, null, "print the calls and make none");

    public static Flag Help { get; } = new("help", 'h', null, "print this");

    public static ImmutableArray<Flag> All { get; } =
    [
        IncomingProxyPort, OutgoingProxyPort, ProxyUid, PortsToRedirect, InboundPortsToIgnore, OutboundPortsToIgnore,
        SubnetsToIgnore, IptablesMode, Ipv6, Wait, Simulate, Help,
    ];
}
