using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Tests.Actors;

namespace Conduit.Proxy.Tests.Http1;

/// <summary>What must not change on the way, through one proxy and through two in a row; rows of the contract under their names there.</summary>
public sealed class TransparencyTests
{
    public static TheoryData<int, string> Methods
    {
        get
        {
            var data = new TheoryData<int, string>();

            foreach (var method in new[] { "GET", "POST", "PUT", "DELETE", "HEAD", "PATCH" })
            {
                data.Add(1, method);
                data.Add(2, method);
            }

            return data;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task inbound_http1(int proxies)
    {
        const string Request = "PATCH /a%7Eb/../c%2Fd?q=%20x HTTP/1.1\r\nx-First:  1\r\nHOST: some.where:81\r\nX-Latin: caf\u00e9\r\nx-first: 2\r\nContent-Length: 3\r\n\r\n";
        const string Response = "HTTP/1.1 299 Just  Fine\r\nsErver: raw\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\nContent-Length: 2\r\n\r\nok";
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, head) = await chain.RequestAsync(Request + "abc");

        Assert.Equal(Request, head);
        Assert.Equal("abc", await server.ReadAsync(3));
        await server.SendAsync(Response);
        Assert.Equal(Response, await client.ReadAsync(Response.Length));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task outbound_http1(int proxies)
    {
        const string Request = "GET / HTTP/1.1\r\nx-First:  1\r\nHOST: app.test.svc.cluster.local\r\n\r\n";
        const string Response = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
        await using var chain = await Http1Chain.StartAsync(1);
        await using var controller = await FakeController.StartAsync();
        controller.Leads("app.test.svc.cluster.local:80", proxies == 1 ? chain.Server.Address : chain.Proxies[0].Inbound);
        await using var outbound = await new TestProxy().With(SettingNames.HttpEngine, "relay").Controller(controller).StartAsync();
        using var client = await RawPeer.ConnectAsync(outbound.Outbound);

        await client.SendAsync(Request);
        var (server, head) = await chain.Server.NextAsync();
        Assert.Equal(Request, head);
        await server.SendAsync(Response);
        Assert.Equal(Response, await client.ReadAsync(Response.Length));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task http1_removes_connection_headers(int proxies)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, head) = await chain.RequestAsync(
            "GET / HTTP/1.1\r\nHost: a\r\nX-Secret: 1\r\nX-Open: 1\r\nConnection: x-secret, close, x-other\r\nKeep-Alive: 5\r\nX-Other: 1\r\n\r\n");

        Assert.Equal("GET / HTTP/1.1\r\nHost: a\r\nX-Open: 1\r\n\r\n", head);
        await server.SendAsync("HTTP/1.1 200 OK\r\nX-Gone: 1\r\nConnection: x-gone\r\nContent-Length: 2\r\n\r\nok");
        Assert.Equal(
            ["Connection: close", "Content-Length: 2", "HTTP/1.1 200 OK"],
            RawHttp.HeadLines(await client.ReadToEndAsync()).Order(StringComparer.Ordinal));
    }

    // What a proxy must mend and not refuse (RFC 9112 §5.1).
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_response_loses_white_space_before_its_colons(int proxies)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, _) = await chain.RequestAsync("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        await server.SendAsync("HTTP/1.1 200 OK\r\nX-A : b \r\nX-Gone : 1\r\nX-B: c : d\r\nContent-Length\t:2\r\nConnection \t : x-gone\r\n\r\nok");

        Assert.Equal("HTTP/1.1 200 OK\r\nX-A: b \r\nX-B: c : d\r\nContent-Length:2\r\nConnection: close\r\n\r\nok", await client.ReadToEndAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Hosts_in_a_response_mean_nothing(int proxies)
    {
        const string Response = "HTTP/1.1 200 OK\r\nHost: a/b\r\nHost: c\r\nContent-Length: 2\r\n\r\nok";
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, _) = await chain.RequestAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n");

        await server.SendAsync(Response);

        Assert.Equal(Response, await client.ReadAsync(Response.Length));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Fields_that_frame_and_route_a_message_stay_even_when_connection_names_them(int proxies)
    {
        const string Request = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTE: trailers\r\n";
        await using var chain = await Http1Chain.StartAsync(proxies);

        var (_, server, head) = await chain.RequestAsync(Request + "Connection: host, content-length, te\r\n\r\nab");

        Assert.Equal(Request + "\r\n", head);
        Assert.Equal("ab", await server.ReadAsync(2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public Task http10_with_host(int proxies) => PassesInVersion10Async(proxies, "GET / HTTP/1.0\r\nHost: foo.bar\r\n\r\n");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public Task http10_without_host(int proxies) => PassesInVersion10Async(proxies, "GET / HTTP/1.0\r\n\r\n");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Http10_keeps_its_connection_when_both_sides_want_it(int proxies)
    {
        const string Request = "GET / HTTP/1.0\r\nHost: a\r\nConnection: Keep-Alive\r\n\r\n";
        const string Response = "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok";
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, head) = await chain.RequestAsync(Request);
        Assert.Equal(Request, head);
        await server.SendAsync(Response);
        Assert.Equal(Response, await client.ReadAsync(Response.Length));

        await client.SendAsync(Request);

        Assert.Equal(Request, await server.ReadHeadAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task http11_absolute_uri_differs_from_host(int proxies)
    {
        const string Request = "GET http://transparency.test.svc.cluster.local/a?b HTTP/1.1\r\nHost: foo.bar\r\n\r\n";
        await using var chain = await Http1Chain.StartAsync(proxies);

        var (_, _, head) = await chain.RequestAsync(Request);

        Assert.Equal(Request, head);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task http1_requests_without_body_doesnt_add_transfer_encoding(int proxies, string method)
    {
        var request = $"{method} / HTTP/1.1\r\nHost: a\r\n\r\n";
        await using var chain = await Http1Chain.StartAsync(proxies);

        var (_, _, head) = await chain.RequestAsync(request);

        Assert.Equal(request, head);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task http1_content_length_zero_is_preserved(int proxies, string method)
    {
        var request = $"{method} / HTTP/1.1\r\nHost: a\r\ncontent-length: 0\r\n\r\n";
        const string Response = "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n";
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, head) = await chain.RequestAsync(request);

        Assert.Equal(request, head);
        await server.SendAsync(Response);
        Assert.Equal(Response, await client.ReadHeadAsync());
    }

    [Theory]
    [InlineData(1, "HEAD", "200 OK")]
    [InlineData(2, "HEAD", "200 OK")]
    [InlineData(1, "GET", "204 No Content")]
    [InlineData(2, "GET", "204 No Content")]
    [InlineData(1, "GET", "304 Not Modified")]
    [InlineData(2, "GET", "304 Not Modified")]
    public async Task http1_bodyless_responses(int proxies, string method, string status)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, _) = await chain.RequestAsync($"{method} / HTTP/1.1\r\nHost: a\r\n\r\n");
        await server.SendAsync($"HTTP/1.1 {status}\r\nX: 1\r\n\r\n");
        Assert.Equal($"HTTP/1.1 {status}\r\nX: 1\r\n\r\n", await client.ReadHeadAsync());

        await client.SendAsync("GET /next HTTP/1.1\r\nHost: a\r\n\r\n");

        Assert.StartsWith("GET /next", await server.ReadHeadAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task http1_head_responses(int proxies)
    {
        const string Response = "HTTP/1.1 200 OK\r\ncontent-length: 55\r\n\r\n";
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, _) = await chain.RequestAsync("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        await server.SendAsync(Response);

        Assert.Equal("HTTP/1.1 200 OK\r\ncontent-length: 55\r\nConnection: close\r\n\r\n", await client.ReadToEndAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task http1_response_end_of_file(int proxies)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, _) = await chain.RequestAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n");

        await server.SendAsync("HTTP/1.0 200 OK\r\n\r\nbody until ");
        await server.SendAsync("eof");
        server.Dispose();

        Assert.Equal("HTTP/1.0 200 OK\r\n\r\nbody until eof", await client.ReadToEndAsync());
    }

    private static async Task PassesInVersion10Async(int proxies, string request)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, head) = await chain.RequestAsync(request);

        Assert.Equal(request, head);
        await server.SendAsync("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok");
        Assert.Equal("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok", await client.ReadToEndAsync());
    }
}
