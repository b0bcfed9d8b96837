using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;
using Microsoft.AspNetCore.Http;

namespace Conduit.Proxy.Tests.Scenarios;

public sealed class Http1StreamingTests
{
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
