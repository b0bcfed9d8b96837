using System.Net;
using Conduit.Protocol.Common;
using Conduit.Protocol.Mapping;
using Conduit.Protocol.Taps;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Taps;
using Conduit.Proxy.Tests.Forwarding;

namespace Conduit.Proxy.Tests.Taps;

public sealed class TapMatcherTests
{
    private static readonly Match Yes = Path(exact: "/index");
    private static readonly Match No = Path(exact: "/other");

    [Fact]
    public void An_empty_match_takes_all()
    {
        Assert.True(TapMatcher.Matches(null, Exchange()));
        Assert.True(TapMatcher.Matches(new Match(), Exchange()));
    }

    [Fact]
    public void Matches_combine()
    {
        Assert.True(Holds(new Match { All = Of(Yes, Yes) }));
        Assert.False(Holds(new Match { All = Of(Yes, No) }));
        Assert.True(Holds(new Match { All = Of() }));
        Assert.True(Holds(new Match { Any = Of(No, Yes) }));
        Assert.False(Holds(new Match { Any = Of() }));
        Assert.True(Holds(new Match { Not = No }));
    }

    [Fact]
    public void Http_is_matched_by_method_scheme_authority_and_path()
    {
        Assert.True(Holds(new Match { Http = new Match.Types.Http { Method = HttpMapping.ToWireMethod("GET") } }));
        Assert.False(Holds(new Match { Http = new Match.Types.Http { Method = HttpMapping.ToWireMethod("get") } }));
        Assert.True(Holds(new Match { Http = new Match.Types.Http { Scheme = HttpMapping.ToWireScheme("http") } }));
        Assert.False(Holds(new Match { Http = new Match.Types.Http { Scheme = HttpMapping.ToWireScheme("https") } }));
        Assert.True(Holds(new Match { Http = new Match.Types.Http { Authority = new() { Exact = "web.shop" } } }));
        Assert.False(Holds(new Match { Http = new Match.Types.Http { Authority = new() { Exact = "web" } } }));
        Assert.True(Holds(new Match { Http = new Match.Types.Http { Path = new() { Prefix = "/in" } } }));
        Assert.False(Holds(new Match { Http = new Match.Types.Http { Path = new() { Prefix = "/x" } } }));
    }

    [Theory]
    [InlineData("10.1.2.0", 24, true)]
    [InlineData("10.1.3.0", 24, false)]
    [InlineData("10.1.2.3", 32, true)]
    [InlineData("10.1.2.4", 32, false)]
    [InlineData("0.0.0.0", 0, true)]
    [InlineData("10.1.2.2", 31, true)]
    [InlineData("fd00::", 8, false)]
    public void The_destination_is_matched_by_network(string network, uint mask, bool expected)
    {
        var ip = new IPEndPoint(System.Net.IPAddress.Parse(network), 0).ToWire().Ip;

        Assert.Equal(expected, Holds(new Match { Destination = new Match.Types.Tcp { Netmask = new() { Ip = ip, Mask = mask } } }));
    }

    [Fact]
    public void Ports_labels_and_direction_are_matched()
    {
        Assert.True(Holds(new Match { Destination = new Match.Types.Tcp { Ports = new() { Min = 80, Max = 8080 } } }));
        Assert.False(Holds(new Match { Source = new Match.Types.Tcp { Ports = new() { Min = 80, Max = 80 } } }));
        Assert.True(Holds(new Match { DestinationLabel = new() { Key = "pod", Value = "web-1" } }));
        Assert.False(Holds(new Match { DestinationLabel = new() { Key = "pod", Value = "web-2" } }));
        Assert.True(Holds(new Match { Direction = ProxyDirection.Outbound }));
        Assert.False(Holds(new Match { Direction = ProxyDirection.Inbound }));
    }

    private static bool Holds(Match match) => TapMatcher.Matches(match, Exchange());

    private static Match.Types.Seq Of(params Match[] parts) => new() { Matches = { parts } };

    private static Match Path(string exact) => new() { Http = new Match.Types.Http { Path = new() { Exact = exact } } };

    private static Exchange Exchange()
    {
        var exchange = TestExchanges.Begin(TimeProvider.System);
        exchange.SentTo(IPEndPoint.Parse("10.1.2.3:8080"), EndpointLabels.Of([], [new("pod", "web-1")]));
        return exchange;
    }
}
