using Conduit.Proxy.Forwarding.Yarp;

namespace Conduit.Proxy.Tests.Forwarding.Yarp;

public sealed class HopByHopTests
{
    [Theory]
    [InlineData("Connection", true)]
    [InlineData("transfer-encoding", true)]
    [InlineData("X-Named", true)]
    [InlineData("X-Second", true)]
    [InlineData("X-Other", false)]
    [InlineData("Proxy-Authorization", false)]
    public void Headers_of_the_connection_are_those_of_the_protocol_and_those_it_names(string name, bool expected)
    {
        var headers = new HopByHop(new[] { "close, x-named", "keep-alive ,X-Second" });

        Assert.Equal(expected, headers.Contains(name));
    }
}
