using System.Globalization;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Http1;

/// <summary>Servers that answer early, clients that leave, connections that break, proxies that end.</summary>
public sealed class EndingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_answer_before_the_body_was_read_arrives_and_the_rest_still_goes_through(int proxies)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, _) = await chain.RequestAsync("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab");
        await server.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        Assert.EndsWith("ok", await client.ReadUntilAsync("\r\n\r\nok"), StringComparison.Ordinal);

        await client.SendAsync("cdGET /next HTTP/1.1\r\nHost: a\r\n\r\n");

        Assert.Equal("abcd", await server.ReadAsync(4));
        Assert.StartsWith("GET /next", await server.ReadHeadAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_server_that_answers_and_breaks_off_in_the_middle_of_an_upload_is_heard(int proxies)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, _) = await chain.RequestAsync("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\nab");

        await server.SendAsync("HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno");
        server.Reset();

        Assert.EndsWith("\r\n\r\nno", await client.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_server_that_answers_without_reading_an_upload_is_heard_above_it(int proxies)
    {
        const int Length = 32 * 1024 * 1024;
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, _) = await chain.RequestAsync($"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: {Length}\r\n\r\n");

        var sending = Record.ExceptionAsync(() => client.SendAsync(new string('x', Length)));
        await server.ReadAsync(100);
        await server.SendAsync("HTTP/1.1 413 Too Large\r\nConnection: close\r\nContent-Length: 2\r\n\r\nno");

        // With so much unread, this resets the connection.
        server.Dispose();

        Assert.EndsWith("\r\n\r\nno", await client.ReadUntilAsync("\r\n\r\nno"), StringComparison.Ordinal);
        client.Dispose();
        await sending;
    }

    [Theory]
    [InlineData(1, "Content-Length: 10\r\n\r\nabc")]
    [InlineData(2, "Content-Length: 10\r\n\r\nabc")]
    [InlineData(1, "Transfer-Encoding: chunked\r\n\r\n5\r\nabc")]
    [InlineData(2, "Transfer-Encoding: chunked\r\n\r\n5\r\nabc")]
    public async Task A_response_that_breaks_off_is_no_whole_one(int proxies, string part)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, _) = await chain.RequestAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n");

        await server.SendAsync("HTTP/1.1 200 OK\r\n" + part);
        Assert.EndsWith("abc", await client.ReadUntilAsync("abc"), StringComparison.Ordinal);
        server.Reset();

        Assert.True(await client.IsClosedAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_server_that_stalls_holds_up_no_other_client_and_can_be_given_up(int proxies)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, stalling, _) = await chain.RequestAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        await stalling.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
        await client.ReadUntilAsync("abc");

        var (other, server, _) = await chain.RequestAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        await server.SendAsync("HTTP/1.1 204 No Content\r\n\r\n");
        Assert.Equal("HTTP/1.1 204 No Content\r\n\r\n", await other.ReadHeadAsync());
        client.Reset();

        Assert.True(await stalling.IsClosedAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_client_that_leaves_is_missed_by_the_server(int proxies)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, _) = await chain.RequestAsync("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
        await server.ReadAsync(3);

        client.Reset();

        Assert.True(await server.IsClosedAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_client_that_has_said_all_still_gets_its_answer(int proxies)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, _) = await chain.RequestAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n");

        client.End();
        Assert.Equal("", await server.ReadToEndAsync());
        await server.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        Assert.EndsWith("\r\n\r\nok", await client.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shutdown_closes_idle_connections_at_once_and_others_after_their_response()
    {
        await using var chain = await Http1Chain.StartAsync(1);
        var (client, server, _) = await chain.RequestAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        var idle = await chain.ConnectAsync();
        await idle.SendAsync("GET /idle HTTP/1.1\r\nHost: b\r\n\r\n");
        var (other, _) = await chain.Server.NextAsync();
        await other.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        await idle.ReadHeadAsync();

        var stopping = chain.Proxies[0].Host.StopAsync(CancellationToken.None);
        Assert.True(await idle.IsClosedAsync());
        await server.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        Assert.Equal("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok", await client.ReadToEndAsync());
        client.Dispose();
        idle.Dispose();
        await Eventually.Ends(stopping);
    }

    [Fact]
    public async Task A_request_that_would_come_round_again_is_answered_508()
    {
        await using var proxy = await new TestProxy().With(SettingNames.HttpEngine, "relay").StartAsync();
        using var client = await RawPeer.ConnectAsync(proxy.Outbound);

        await client.SendAsync($"GET / HTTP/1.1\r\nHost: {proxy.Outbound}\r\n\r\n");

        Assert.Equal("HTTP/1.1 508 Loop Detected\r\ncontent-length: 0\r\nconduit-error: CDT0501 loop\r\n\r\n", await client.ReadHeadAsync());
    }

    [Theory]
    [InlineData(200, "success")]
    [InlineData(404, "success")]
    [InlineData(503, "failure")]
    public async Task Requests_responses_and_bytes_are_counted(int status, string classification)
    {
        await using var chain = await Http1Chain.StartAsync(1);
        var (client, server, head) = await chain.RequestAsync("GET / HTTP/1.1\r\nHost: app.test\r\n\r\n");
        var response = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} X\r\nContent-Length: 2\r\n\r\nok");
        await server.SendAsync(response);
        await client.ReadAsync(response.Length);

        await chain.Proxies[0].ShowsAsync(
            "request_total{authority=\"app.test\",direction=\"inbound\",tls=\"disabled\"} 1",
            $"response_total{{authority=\"app.test\",direction=\"inbound\",tls=\"disabled\",classification=\"{classification}\",status_code=\"{status}\"}} 1",
            $"tcp_read_bytes_total{{direction=\"inbound\",peer=\"src\",tls=\"disabled\"}} {head.Length}",
            $"tcp_write_bytes_total{{direction=\"inbound\",peer=\"src\",tls=\"disabled\"}} {response.Length}",
            $"tcp_write_bytes_total{{direction=\"inbound\",peer=\"dst\",tls=\"no_identity\"}} {head.Length}");
    }
}
