using System.Net;
using Conduit.Init.Arguments;
using Conduit.Init.Execution;

namespace Conduit.Init.Tests.Arguments;

public sealed class InitArgumentsTests
{
    [Fact]
    public void The_long_form_that_inject_writes_is_understood()
    {
        var options = Valid("--incoming-proxy-port 4143 --outgoing-proxy-port 4140 --proxy-uid 2102 --inbound-ports-to-ignore 80,4190,4191");

        Assert.Equal(4143, options.Redirect.InboundListener.Number);
        Assert.Equal(4140, options.Redirect.OutboundListener.Number);
        Assert.Equal(2102u, options.Redirect.ProxyUser);
        Assert.Equal("80,4190,4191", options.Redirect.InboundPortsToIgnore.ToString());
        Assert.Equal(IptablesMode.Auto, options.IptablesMode);
        Assert.Equal(Ipv6Mode.Auto, options.Ipv6);
        Assert.False(options.Simulate);
    }

    [Theory]
    [InlineData("-p 4143 -o 4140 -i 80 -u 2102")]
    [InlineData("-p4143 -o4140 -i80 -u2102")]
    [InlineData("-p=4143 -o=4140 -i=80 -u=2102")]
    [InlineData("--incoming-proxy-port=4143 --outgoing-proxy-port=4140 --inbound-ports-to-ignore=80 --proxy-uid=2102")]
    public void Short_forms_and_attached_values_mean_the_same(string line) =>
        Assert.Equivalent(Valid("-p 4143 -o 4140 -i 80 -u 2102"), Valid(line), strict: true);

    [Fact]
    public void Lists_may_be_repeated_and_hold_ranges()
    {
        var options = Valid(
            "-p 1 -o 2 -r 80 -r 8000-8010,443 --outbound-ports-to-ignore 25 "
            + "--subnets-to-ignore 10.0.0.0/8,fd00::/8 --subnets-to-ignore 192.168.0.0/16");

        Assert.Equal("80,8000-8010,443", options.Redirect.PortsToRedirect.ToString());
        Assert.Equal("25", options.Redirect.OutboundPortsToIgnore.ToString());
        Assert.Equal(["10.0.0.0/8", "fd00::/8", "192.168.0.0/16"], options.Redirect.SubnetsToIgnore.Select((IPNetwork subnet) => subnet.ToString()));
    }

    [Theory]
    [InlineData("-u 0")]
    [InlineData("-u -1")]
    [InlineData("")]
    public void A_user_of_zero_or_less_exempts_nobody(string user) => Assert.Null(Valid($"-p 1 -o 2 {user}").Redirect.ProxyUser);

    [Fact]
    public void Modes_and_switches_are_read()
    {
        var options = Valid("-p 1 -o 2 --iptables-mode legacy --ipv6 false -w 3 --simulate");

        Assert.Equal(IptablesMode.Legacy, options.IptablesMode);
        Assert.Equal(Ipv6Mode.False, options.Ipv6);
        Assert.Equal(TimeSpan.FromSeconds(3), options.LockWait);
        Assert.True(options.Simulate);
    }

    [Fact]
    public void Every_problem_is_named_at_once_with_the_value_seen()
    {
        var problems = Problems(
            "-p 70000 -u bob -r 80-20 -i x --subnets-to-ignore 10.0.0.0/40 --iptables-mode ebpf --ipv6 2 -w soon --simulate=maybe "
            + "--verbose extra --outbound-ports-to-ignore");

        Assert.Equal(
            [
                "'--verbose' is no flag of conduit-init.",
                "'extra' is no flag of conduit-init.",
                "--outbound-ports-to-ignore needs a value: PORTS.",
                "--incoming-proxy-port must be a valid TCP port number, not '70000'.",
                "--outgoing-proxy-port must be a valid TCP port number, not ''.",
                "--proxy-uid must be a user number, not 'bob'.",
                "--ports-to-redirect takes ports and ranges such as 25,8000-8010, not '80-20'.",
                "--inbound-ports-to-ignore takes ports and ranges such as 25,8000-8010, not 'x'.",
                "--subnets-to-ignore takes subnets such as 10.0.0.0/8, not '10.0.0.0/40'.",
                "--iptables-mode is one of auto, nft, legacy, plain, not 'ebpf'.",
                "--ipv6 is one of auto, true, false, not '2'.",
                "--wait is a number of seconds, at most 3600, not 'soon'.",
                "--simulate is true or false, not 'maybe'.",
            ],
            problems);
    }

    [Fact]
    public void The_two_listeners_need_two_ports() =>
        Assert.Equal(["--incoming-proxy-port and --outgoing-proxy-port are both 4140; the proxy needs two."], Problems("-p 4140 -o 4140"));

    private static InitOptions Valid(string line)
    {
        var (options, problems) = Parse(line);
        Assert.Empty(problems);
        return options!;
    }

    private static IReadOnlyList<string> Problems(string line)
    {
        var (options, problems) = Parse(line);
        Assert.Null(options);
        return problems;
    }

    private static (InitOptions? Options, IReadOnlyList<string> Problems) Parse(string line) =>
        InitArguments.Parse(FlagValues.Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
