using System.Net;
using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Tests.Forwarding;

public sealed class BoundAddressesTests
{
    [Theory]
    [InlineData("127.0.0.1:4140", false, true)]
    [InlineData("127.0.0.1:4141", false, false)]
    [InlineData("127.0.0.1:4140", true, false)]
    [InlineData("127.0.0.1:4143", true, true)]
    [InlineData("10.0.0.5:4143", true, true)]
    [InlineData("10.0.0.6:4143", true, false)]
    [InlineData("10.0.0.5:4143", false, false)]
    public void Only_a_listener_of_the_same_direction_makes_a_loop(string destination, bool isInbound, bool expected)
    {
        var bound = new BoundAddresses();
        bound.Set([
            new BoundAddress(Direction.Inbound, new IPEndPoint(IPAddress.Any, 4143)),
            new BoundAddress(Direction.Outbound, new IPEndPoint(IPAddress.Loopback, 4140)),
        ]);

        var isLoop = bound.IsLoop(isInbound ? Direction.Inbound : Direction.Outbound, IPEndPoint.Parse(destination), IPAddress.Parse("10.0.0.5"));

        Assert.Equal(expected, isLoop);
    }
}
