using System.Net;
using Conduit.Init.Redirection;
using Conduit.Model.Addresses;
using Conduit.Testing.Snapshots;

namespace Conduit.Init.Tests.Redirection;

public sealed class RedirectPlanTests
{
    private static readonly RedirectOptions Injected = new()
    {
        InboundListener = new Port(4143),
        OutboundListener = new Port(4140),
        ProxyUser = 2102,
        InboundPortsToIgnore = Ports("4190,4191"),
    };

    private static readonly RedirectOptions Everything = Injected with
    {
        PortsToRedirect = Ports("80,8000-8010,443"),
        InboundPortsToIgnore = Ports("4190,4191," + string.Join(',', Enumerable.Range(9000, 20))),
        OutboundPortsToIgnore = Ports("25,3306,6000-6100"),
        SubnetsToIgnore = [IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("fd00::/8"), IPNetwork.Parse("192.168.0.0/16")],
    };

    [Fact]
    public void What_inject_asks_for() => Snapshot.Match(Text(Injected, IpFamily.V4, NatTable.Empty));

    [Theory]
    [InlineData(nameof(IpFamily.V4))]
    [InlineData(nameof(IpFamily.V6))]
    public void Every_option_at_once(string family) =>
        Snapshot.Match(Text(Everything, Enum.Parse<IpFamily>(family), NatTable.Empty), parameters: $"family={family}");

    [Fact]
    public void What_an_earlier_run_left_goes_first_jumps_before_chains()
    {
        var present = new NatTable(
            [ConduitChains.Redirect, ConduitChains.Output],
            [new NatJump("PREROUTING", 1), new NatJump("OUTPUT", 2), new NatJump("OUTPUT", 5)]);

        Snapshot.Match(Text(Injected, IpFamily.V4, present));
    }

    [Fact]
    public void Without_a_proxy_user_nobody_is_exempt()
    {
        var text = Text(Injected with { ProxyUser = null }, IpFamily.V4, NatTable.Empty);

        Assert.DoesNotContain("owner", text, StringComparison.Ordinal);
    }

    private static string Text(RedirectOptions options, IpFamily family, NatTable present) =>
        string.Join('\n', RedirectPlan.Build(options, family, present));

    private static PortSet Ports(string text) => PortSet.TryParse(text, out var ports, out var fault) ? ports : throw new ArgumentException(fault);
}
