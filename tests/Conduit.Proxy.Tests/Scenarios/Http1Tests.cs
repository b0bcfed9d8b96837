using System.Net;
using System.Net.Sockets;
using Conduit.Proxy.Tests.Actors;
using Microsoft.AspNetCore.Http;

namespace Conduit.Proxy.Tests.Scenarios;

public sealed class Http1Tests
{
    [Fact]
    public async Task A_request_passes_with_its_target_and_headers_as_they_were()
    {
        using var server = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();

        await RawHttp.ExchangeAsync(
            proxy.Inbound,
            "PATCH /a%7Eb/../c%2Fd?q=%20x HTTP/1.1\r\nHost: some.where:81\r\nX-One: 1, 2\r\nX-Latin: caf\u00e9\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        Assert.Equal(
            ["Content-Length: 0", "Host: some.where:81", "PATCH /a%7Eb/../c%2Fd?q=%20x HTTP/1.1", "X-Latin: caf\u00e9", "X-One: 1, 2"],
            RawHttp.HeadLines(server.Received).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_added_to_a_response()
    {
        using var server = RawServer.Answering("HTTP/1.1 299 Just Fine\r\nContent-Length: 2\r\nX-One: 1\r\n\r\nok");
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();

        var response = await RawHttp.ExchangeAsync(proxy.Inbound, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        Assert.Equal(["Connection: close", "Content-Length: 2", "HTTP/1.1 299 Just Fine", "X-One: 1"], RawHttp.HeadLines(response).Order(StringComparer.Ordinal));
        Assert.EndsWith("\r\n\r\nok", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_that_connection_names_end_at_the_proxy_both_ways()
    {
        using var server = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: X-Private\r\nX-Private: 1\r\nX-Public: 1\r\n\r\nok");
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();

        using var client = new TcpClient();
        await client.ConnectAsync(proxy.Inbound);

        // Without "close", because Kestrel forgets whatever stands beside it.
        await client.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: a\r\nX-Secret: 1\r\nX-Open: 1\r\nConnection: x-secret\r\n\r\n"u8.ToArray());
        var response = await RawHttp.ReadUntilAsync(client.GetStream(), "\r\n\r\n");

        Assert.DoesNotContain("X-Private", response, StringComparison.Ordinal);
        Assert.Contains("X-Public: 1", response, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Secret", server.Received, StringComparison.Ordinal);
        Assert.Contains("X-Open: 1", server.Received, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("DELETE")]
    public async Task A_request_without_a_body_gets_none(string method)
    {
        using var server = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();

        await RawHttp.ExchangeAsync(proxy.Inbound, $"{method} / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        Assert.Equal([$"{method} / HTTP/1.1", "Host: a"], RawHttp.HeadLines(server.Received));
    }

    [Fact]
    public async Task The_length_of_a_head_response_is_kept()
    {
        using var server = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 55\r\n\r\n");
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();

        var response = await RawHttp.ExchangeAsync(proxy.Inbound, "HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        Assert.Contains("Content-Length: 55\r\n", response, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Large_headers_pass_both_ways()
    {
        var large = new string('x', 30_000);
        await using var server = await TestServer.Http1Async(context =>
        {
            context.Response.Headers["X-Large"] = context.Request.Headers["X-Large"];
            return Task.CompletedTask;
        });
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();
        using var client = TestClient.Http1(proxy.Inbound);
        var request = client.Request(HttpMethod.Get, "/");
        request.Headers.Add("X-Large", large);

        using var response = await client.SendAsync(request);

        Assert.Equal(large, response.Headers.GetValues("X-Large").Single());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Content_is_not_decoded_and_redirects_are_not_followed(string encoding)
    {
        await using var server = await TestServer.Http1Async(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = "/elsewhere";
            context.Response.Headers.ContentEncoding = encoding;
            context.Response.Headers.Append("Set-Cookie", "a=1");
            context.Response.Headers.Append("Set-Cookie", "b=2");
            return context.Response.WriteAsync("not really encoded");
        });
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();
        using var client = TestClient.Http1(proxy.Inbound);

        using var response = await client.GetResponseAsync("/");

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        Assert.Equal(["a=1", "b=2"], response.Headers.GetValues("Set-Cookie"));
        Assert.Equal(1, server.Requests);
    }

}
