using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Conduit.Model.Addresses;

namespace Conduit.Init.Redirection;

/// <summary>
/// The ordered iptables calls that put the proxy in a pod's traffic path, whatever an earlier run left behind. The jumps come
/// last, so that no packet meets a chain that is half built.
/// </summary>
internal static class RedirectPlan
{
    public static ImmutableArray<IptablesCall> Build(RedirectOptions options, IpFamily family, NatTable present) =>
    [
        .. Removal(present),
        .. Inbound(options, family),
        .. Outbound(options, family),
        IptablesCall.Jump("PREROUTING", ConduitChains.Redirect, "install-conduit-prerouting"),
        IptablesCall.Jump("OUTPUT", ConduitChains.Output, "install-conduit-output"),
    ];

    private static IEnumerable<IptablesCall> Removal(NatTable present)
    {
        // A chain cannot go while a rule leads to it, and a deletion renumbers what follows it.
        foreach (var jump in present.Jumps.Reverse())
        {
            yield return IptablesCall.DeleteRule(jump.Chain, jump.Number);
        }

        foreach (var chain in present.Chains)
        {
            yield return IptablesCall.Flush(chain);
            yield return IptablesCall.DeleteChain(chain);
        }
    }

    private static IEnumerable<IptablesCall> Inbound(RedirectOptions options, IpFamily family)
    {
        yield return IptablesCall.NewChain(ConduitChains.Redirect);

        foreach (var rule in Ignoring(ConduitChains.Redirect, options.InboundPortsToIgnore, Subnets(options, family, "-s")))
        {
            yield return rule;
        }

        if (options.PortsToRedirect.IsEmpty)
        {
            yield return IptablesCall.Redirect(ConduitChains.Redirect, [], options.InboundListener, "redirect-all-incoming-to-proxy-port");
        }

        foreach (var ports in MultiportGroups.Of(options.PortsToRedirect))
        {
            yield return IptablesCall.Redirect(ConduitChains.Redirect, Multiport(ports), options.InboundListener, "redirect-ports-to-proxy-port");
        }
    }

    private static IEnumerable<IptablesCall> Outbound(RedirectOptions options, IpFamily family)
    {
        yield return IptablesCall.NewChain(ConduitChains.Output);

        if (options.ProxyUser is { } user)
        {
            // The proxy's own packets must leave untouched or they would loop back into it. That holds for the way to the pod's own
            // address too: there the outbound side calls the pod itself, and the inbound side its application.
            var match = ImmutableArray.Create("-m", "owner", "--uid-owner", user.ToString(CultureInfo.InvariantCulture));
            yield return IptablesCall.Return(ConduitChains.Output, match, "ignore-proxy-user-id");
        }

        yield return IptablesCall.Return(ConduitChains.Output, ["-o", "lo"], "ignore-loopback");

        foreach (var rule in Ignoring(ConduitChains.Output, options.OutboundPortsToIgnore, Subnets(options, family, "-d")))
        {
            yield return rule;
        }

        yield return IptablesCall.Redirect(ConduitChains.Output, [], options.OutboundListener, "redirect-all-outgoing-to-proxy-port");
    }

    private static IEnumerable<IptablesCall> Ignoring(string chain, PortSet ports, IEnumerable<ImmutableArray<string>> subnets) =>
    [
        .. subnets.Select(match => IptablesCall.Return(chain, match, "ignore-subnet")),
        .. MultiportGroups.Of(ports).Select(group => IptablesCall.Return(chain, ["-p", "tcp", .. Multiport(group)], "ignore-ports")),
    ];

    private static IEnumerable<ImmutableArray<string>> Subnets(RedirectOptions options, IpFamily family, string peer) =>
        options.SubnetsToIgnore.Where(subnet => FamilyOf(subnet) == family).Select(subnet => ImmutableArray.Create(peer, subnet.ToString()));

    private static IpFamily FamilyOf(IPNetwork subnet) =>
        subnet.BaseAddress.AddressFamily == AddressFamily.InterNetworkV6 ? IpFamily.V6 : IpFamily.V4;

    private static ImmutableArray<string> Multiport(string ports) => ["-m", "multiport", "--dports", ports];
}
