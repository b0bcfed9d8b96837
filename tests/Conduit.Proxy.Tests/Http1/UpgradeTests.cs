namespace Conduit.Proxy.Tests.Http1;

/// <summary>Connections that become something else than HTTP/1, and those that must not.</summary>
public sealed class UpgradeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task http11_upgrades(int proxies)
    {
        const string Request = "GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: chatproto\r\n\r\n";
        const string Response = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: chatproto\r\nConnection: Upgrade\r\n\r\n";
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, head) = await chain.RequestAsync(Request);
        Assert.Equal(Request, head);

        await server.SendAsync(Response + "[chatproto-s]hello");
        Assert.Equal(Response + "[chatproto-s]hello", await client.ReadUntilAsync("hello"));
        await client.SendAsync("[chatproto-c]how are\0 you\r\n\r\n");
        Assert.Equal("[chatproto-c]how are\0 you\r\n\r\n", await server.ReadUntilAsync("you\r\n\r\n"));
        client.End();
        Assert.Equal("", await server.ReadToEndAsync());
        await server.SendAsync("bye");
        server.End();

        Assert.Equal("bye", await client.ReadToEndAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_offer_that_is_not_taken_up_leaves_an_ordinary_exchange(int proxies)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, _) = await chain.RequestAsync("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: chatproto\r\n\r\n");

        await server.SendAsync("HTTP/1.1 426 Upgrade Required\r\nConnection: upgrade\r\nUpgrade: other\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal("HTTP/1.1 426 Upgrade Required\r\nConnection: upgrade\r\nUpgrade: other\r\nContent-Length: 0\r\n\r\n", await client.ReadHeadAsync());
        await client.SendAsync("GET /next HTTP/1.1\r\nHost: a\r\n\r\n");
        Assert.StartsWith("GET /next", await server.ReadHeadAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task http11_upgrade_h2_stripped(int proxies)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, head) = await chain.RequestAsync(
            "GET / HTTP/1.1\r\nHost: a\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABkAAQAAP__\r\nconnection: upgrade, http2-settings\r\nX: 1\r\n\r\n");

        Assert.Equal("GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n\r\n", head);
        await server.SendAsync("HTTP/1.1 200 OK\r\nUpgrade: h2,h2c\r\nConnection: Upgrade\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", await client.ReadHeadAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task http11_connect(int proxies)
    {
        const string Request = "CONNECT foo.bar HTTP/1.1\r\nHost: foo.bar\r\n\r\n";
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, head) = await chain.RequestAsync(Request);
        Assert.Equal(Request, head);

        await server.SendAsync("HTTP/1.1 200 OK\r\n\r\n");
        Assert.Equal("HTTP/1.1 200 OK\r\n\r\n", await client.ReadHeadAsync());
        await client.SendAsync("[connect-c]");
        Assert.Equal("[connect-c]", await server.ReadAsync(11));
        await server.SendAsync("[connect-s]");

        Assert.Equal("[connect-s]", await client.ReadAsync(11));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_connect_that_is_refused_is_an_ordinary_answer(int proxies)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, _) = await chain.RequestAsync("CONNECT foo.bar:443 HTTP/1.1\r\nHost: foo.bar:443\r\n\r\n");

        await server.SendAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");

        Assert.EndsWith("\r\n\r\nno", await client.ReadUntilAsync("no"), StringComparison.Ordinal);
        await client.SendAsync("GET /next HTTP/1.1\r\nHost: foo.bar:443\r\n\r\n");
        Assert.StartsWith("GET /next", await server.ReadHeadAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "CONNECT /origin-form HTTP/1.1\r\n", "HTTP/1.1")]
    [InlineData(2, "CONNECT /origin-form HTTP/1.1\r\n", "HTTP/1.1")]
    [InlineData(1, "CONNECT / HTTP/1.1\r\n", "HTTP/1.1")]
    [InlineData(2, "CONNECT / HTTP/1.1\r\n", "HTTP/1.1")]
    [InlineData(1, "CONNECT http://test/bar HTTP/1.1\r\n", "HTTP/1.1")]
    [InlineData(2, "CONNECT http://test/bar HTTP/1.1\r\n", "HTTP/1.1")]
    [InlineData(1, "CONNECT http://test HTTP/1.1\r\n", "HTTP/1.1")]
    [InlineData(2, "CONNECT http://test HTTP/1.1\r\n", "HTTP/1.1")]
    [InlineData(1, "CONNECT * HTTP/1.1\r\n", "HTTP/1.1")]
    [InlineData(2, "CONNECT * HTTP/1.1\r\n", "HTTP/1.1")]
    [InlineData(1, "CONNECT foo.bar HTTP/1.1\r\nContent-Length: 1\r\n", "HTTP/1.1")]
    [InlineData(2, "CONNECT foo.bar HTTP/1.1\r\nContent-Length: 1\r\n", "HTTP/1.1")]
    [InlineData(1, "GET test HTTP/1.1\r\n", "HTTP/1.1")]
    [InlineData(2, "GET test HTTP/1.1\r\n", "HTTP/1.1")]
    [InlineData(1, "CONNECT foo.bar HTTP/1.0\r\n", "HTTP/1.0")]
    [InlineData(2, "CONNECT foo.bar HTTP/1.0\r\n", "HTTP/1.0")]
    public async Task http11_connect_bad_requests(int proxies, string request, string version)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var client = await chain.ConnectAsync();

        await client.SendAsync(request + "\r\n");

        Assert.StartsWith($"{version} 400 Bad Request\r\n", await client.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_tunnel_breaks_on_both_sides(int proxies)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, _) = await chain.RequestAsync("CONNECT foo.bar HTTP/1.1\r\nHost: foo.bar\r\n\r\n");
        await server.SendAsync("HTTP/1.1 200 OK\r\n\r\n");
        await client.ReadHeadAsync();

        client.Reset();

        Assert.True(await server.IsClosedAsync());
    }
}
