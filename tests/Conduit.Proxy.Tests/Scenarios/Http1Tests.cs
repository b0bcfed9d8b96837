using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;
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

    [Fact]
    public async Task The_head_of_a_response_comes_before_its_body()
    {
        var gate = new TaskCompletionSource();
        await using var server = await TestServer.Http1Async(async context =>
        {
            await context.Response.Body.FlushAsync();
            await gate.Task;
            await context.Response.WriteAsync("late");
        });
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();
        using var client = TestClient.Http1(proxy.Inbound);

        using var response = await Eventually.Ends(client.GetResponseAsync("/"));
        gate.SetResult();

        Assert.Equal("late", await Eventually.Ends(response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Every_piece_of_a_request_body_leaves_at_once()
    {
        var first = new TaskCompletionSource<string>();
        await using var server = await TestServer.Http1Async(async context =>
        {
            var buffer = new byte[10];
            var read = await context.Request.Body.ReadAsync(buffer);
            first.SetResult(Encoding.ASCII.GetString(buffer, 0, read));
            await context.Request.Body.CopyToAsync(Stream.Null);
        });
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(proxy.Inbound);

        await client.GetStream().WriteAsync("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"u8.ToArray());

        Assert.Equal("abc", await Eventually.Ends(first.Task));
    }

    [Fact]
    public async Task Large_bodies_pass_unchanged_both_ways()
    {
        var body = RandomNumberGenerator.GetBytes(32 * 1024 * 1024);
        await using var server = await TestServer.Http1Async(async context =>
        {
            if (HttpMethods.IsGet(context.Request.Method))
            {
                await context.Response.Body.WriteAsync(body);
                return;
            }

            await context.Response.WriteAsync(Convert.ToHexString(await SHA256.HashDataAsync(context.Request.Body)));
        });
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();
        using var client = TestClient.Http1(proxy.Inbound);

        using var uploaded = await client.SendAsync(client.Request(HttpMethod.Post, "/", new ByteArrayContent(body)));
        using var downloaded = await client.GetResponseAsync("/");

        Assert.Equal(Convert.ToHexString(SHA256.HashData(body)), await uploaded.Content.ReadAsStringAsync());
        Assert.Equal(SHA256.HashData(body), SHA256.HashData(await Eventually.Ends(downloaded.Content.ReadAsByteArrayAsync())));
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

    [Fact]
    public async Task A_websocket_upgrade_becomes_a_tunnel()
    {
        using var server = RawServer.Echoing("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: x\r\n\r\n");
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(proxy.Inbound);
        var stream = client.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
        var head = await RawHttp.ReadUntilAsync(stream, "\r\n\r\n");
        await stream.WriteAsync("any bytes\0\u0001"u8.ToArray());
        var echo = await RawHttp.ReadUntilAsync(stream, "\u0001");

        Assert.StartsWith("HTTP/1.1 101 ", head, StringComparison.Ordinal);
        Assert.Contains("Upgrade: websocket\r\n", head, StringComparison.Ordinal);
        Assert.Equal("any bytes\0\u0001", echo);
    }

    [Fact]
    public async Task A_broken_response_is_not_taken_for_a_whole_one()
    {
        using var server = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();
        using var client = TestClient.Http1(proxy.Inbound);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Eventually.Ends(client.GetAsync("/")));
    }

    [Fact]
    public async Task A_client_that_goes_away_takes_its_request_with_it()
    {
        var aborted = new TaskCompletionSource();
        await using var server = await TestServer.Http1Async(async context =>
        {
            context.RequestAborted.Register(() => aborted.TrySetResult());
            await context.Response.Body.FlushAsync();
            await aborted.Task;
        });
        await using var proxy = await new TestProxy().Forward(server.Address).With(SettingNames.Log, "warn").StartAsync();
        using var client = TestClient.Http1(proxy.Inbound);

        var response = await client.GetResponseAsync("/");
        response.Dispose();

        await Eventually.Ends(aborted.Task);
        await Eventually.Holds(async () => (await proxy.MetricsAsync()).Contains(
            "tls=\"disabled\",classification=\"failure\",status_code=\"500\"} 1\n", StringComparison.Ordinal));
    }
}
