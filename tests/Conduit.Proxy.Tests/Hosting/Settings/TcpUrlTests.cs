using Conduit.Proxy.Hosting.Settings;

namespace Conduit.Proxy.Tests.Hosting.Settings;

public sealed class TcpUrlTests
{
    [Theory]
    [InlineData("tcp://127.0.0.1:4140", "127.0.0.1", 4140)]
    [InlineData("tcp://0.0.0.0:0", "0.0.0.0", 0)]
    [InlineData("TCP://localhost.:8086/", "localhost.", 8086)]
    [InlineData("tcp://proxy-api.conduit.svc.cluster.local:8086", "proxy-api.conduit.svc.cluster.local", 8086)]
    [InlineData("tcp://[::1]:80", "::1", 80)]
    public void A_host_and_a_port_are_read(string text, string host, int port)
    {
        Assert.True(TcpUrl.TryParse(text, out var url));
        Assert.Equal(new TcpUrl(host, port), url);
    }

    [Theory]
    [InlineData("http://127.0.0.1:80")]
    [InlineData("127.0.0.1:80")]
    [InlineData("tcp://127.0.0.1")]
    [InlineData("tcp://:80")]
    [InlineData("tcp://127.0.0.1:80/path")]
    [InlineData("tcp://127.0.0.1:65536")]
    [InlineData("tcp://::1:80")]
    [InlineData("tcp://a b:80")]
    [InlineData("")]
    public void Anything_else_is_none(string text) => Assert.False(TcpUrl.TryParse(text, out _));

    [Fact]
    public void Only_an_address_is_an_end_point()
    {
        Assert.True(new TcpUrl("::1", 80).TryGetEndPoint(out var endPoint));
        Assert.Equal("[::1]:80", endPoint.ToString());
        Assert.False(new TcpUrl("localhost", 80).TryGetEndPoint(out _));
    }
}
