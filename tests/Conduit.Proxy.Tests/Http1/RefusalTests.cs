using Conduit.Proxy.Http1;

namespace Conduit.Proxy.Tests.Http1;

/// <summary>Requests that two readers could understand differently reach nobody (RFC 9112 §11).</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 1\r\n")]
    [InlineData("Content-Length: 1\r\nContent-Length: 2\r\n")]
    [InlineData("Content-Length: 1, 1\r\n")]
    [InlineData("Content-Length: +1\r\n")]
    [InlineData("Content-Length: -1\r\n")]
    [InlineData("Content-Length: 0x1\r\n")]
    [InlineData("Content-Length: 1 1\r\n")]
    [InlineData("Content-Length:\r\n")]
    [InlineData("Content-Length: 99999999999999999999\r\n")]
    [InlineData("Transfer-Encoding: gzip\r\n")]
    [InlineData("Transfer-Encoding: chunked, gzip\r\n")]
    [InlineData("Transfer-Encoding: chunked, chunked\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n")]
    [InlineData("Transfer-Encoding: chunked,\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding:\r\n")]
    [InlineData("Transfer-Encoding: xchunked\r\n")]
    [InlineData("Transfer-Encoding: \"chunked\"\r\n")]
    [InlineData("Transfer-Encoding: \vchunked\r\n")]
    [InlineData("Transfer-Encoding:\r\n")]
    [InlineData("Transfer-Encoding : chunked\r\n")]
    [InlineData("Content-Length : 1\r\n")]
    [InlineData("X: 1\r\n folded\r\n")]
    [InlineData("X: 1\r\n\tfolded\r\n")]
    [InlineData(" X: 1\r\n")]
    [InlineData("X: 1\nY: 2\r\n")]
    [InlineData("X: 1\rY: 2\r\n")]
    [InlineData("X: 1\0\r\n")]
    [InlineData("X: 1\u007f\r\n")]
    [InlineData("X\r\n")]
    [InlineData(": 1\r\n")]
    [InlineData("X Y: 1\r\n")]
    [InlineData("X(Y): 1\r\n")]
    [InlineData("Host: b\r\n")]
    public async Task A_head_that_can_be_read_in_two_ways_is_answered_400(string fields)
    {
        await using var chain = await Http1Chain.StartAsync(1);
        var client = await chain.ConnectAsync();

        await client.SendAsync($"POST / HTTP/1.1\r\nHost: a\r\n{fields}\r\n");

        Assert.Equal(
            "HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconduit-error: CDT0601 bad-request\r\nConnection: close\r\n\r\n",
            await client.ReadToEndAsync());
    }

    [Theory]
    [InlineData("POST /  HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET  / HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET / x HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /\t HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET * HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET http://a@b/ HTTP/1.1\r\nHost: b\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a b\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n")]
    [InlineData("POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")]
    public async Task A_request_that_is_malformed_is_answered_400(string request)
    {
        await using var chain = await Http1Chain.StartAsync(1);
        var client = await chain.ConnectAsync();

        await client.SendAsync(request);

        Assert.Contains(" 400 Bad Request\r\n", await client.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x\r\n")]
    [InlineData("\r\n")]
    [InlineData("-1\r\n")]
    [InlineData("0x1\r\n")]
    [InlineData("1\n")]
    [InlineData("1\ra\r\n")]
    [InlineData("1 1\r\n")]
    [InlineData("1;a\nb\r\n")]
    [InlineData("1;a\rb\r\n")]
    [InlineData("fffffffffffffffff\r\n")]
    [InlineData("1\r\nab\r\n")]
    [InlineData("1\r\na\n")]
    [InlineData("0\r\nX : 1\r\n\r\n")]
    [InlineData("0\r\n X: 1\r\n\r\n")]
    [InlineData("0\r\nX: 1\nY: 1\r\n\r\n")]
    [InlineData("0\r\nX\r\n\r\n")]
    public async Task A_chunk_that_can_be_read_in_two_ways_is_answered_400_and_ends_the_request(string chunk)
    {
        await using var chain = await Http1Chain.StartAsync(1);
        var (client, server, _) = await chain.RequestAsync("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");

        await client.SendAsync(chunk + "0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", await client.ReadToEndAsync(), StringComparison.Ordinal);
        await server.ReadToEndAsync();
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nX: 1\r\n folded\r\n\r\n")]
    [InlineData("HTTP/1.1 20 OK\r\n\r\n")]
    [InlineData("HTTP/2.0 200 OK\r\n\r\n")]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\nX: 1\n\n")]
    public async Task A_response_that_is_malformed_becomes_a_502(string response)
    {
        await using var chain = await Http1Chain.StartAsync(1);
        var (client, server, _) = await chain.RequestAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n");

        await server.SendAsync(response);

        Assert.Equal("HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\nconduit-error: CDT0201 upstream\r\n\r\n", await client.ReadHeadAsync());
        Assert.True(await server.IsClosedAsync());
    }

    [Fact]
    public async Task What_comes_before_a_bad_request_is_still_answered()
    {
        await using var chain = await Http1Chain.StartAsync(1);
        var (client, server, _) = await chain.RequestAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost : a\r\n\r\n");

        await server.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        Assert.StartsWith("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 400 ", await client.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_beyond_the_limit_is_answered_431()
    {
        await using var chain = await Http1Chain.StartAsync(1, new Http1Options { MaxHeadLength = 1024 });
        var client = await chain.ConnectAsync();

        await client.SendAsync($"GET / HTTP/1.1\r\nHost: a\r\nX: {new string('x', 2000)}\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 431 ", await client.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_fields_than_allowed_are_refused()
    {
        await using var chain = await Http1Chain.StartAsync(1, new Http1Options { MaxFields = 3 });
        var client = await chain.ConnectAsync();

        await client.SendAsync("GET / HTTP/1.1\r\nHost: a\r\nA: 1\r\nB: 1\r\nC: 1\r\n\r\n");

        Assert.Contains(" 400 Bad Request\r\n", await client.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_sends_its_head_too_slowly_is_answered_408()
    {
        await using var chain = await Http1Chain.StartAsync(1, new Http1Options { HeadTimeout = TimeSpan.FromMilliseconds(50) });
        var client = await chain.ConnectAsync();

        await client.SendAsync("GET / HTTP/1.1\r\nHost: a\r\n");

        Assert.StartsWith("HTTP/1.1 408 Request Timeout\r\n", await client.ReadToEndAsync(), StringComparison.Ordinal);
    }
}
