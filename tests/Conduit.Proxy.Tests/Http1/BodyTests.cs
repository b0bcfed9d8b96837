namespace Conduit.Proxy.Tests.Http1;

/// <summary>Bodies pass as they came, whole or in pieces, and say by themselves where they end.</summary>
public sealed class BodyTests
{
    private const string Chunked = "4;a=\"b\\\"c\" ;d\r\nabcd\r\n0A\r\n0123456789\r\n00\r\nX-Sum: 7\r\nx-Other:\r\n\r\n";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Chunks_keep_extensions_and_trailers_both_ways(int proxies)
    {
        const string Head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n";
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, head) = await chain.RequestAsync(Head + Chunked);
        Assert.Equal(Head, head);
        Assert.Equal(Chunked, await server.ReadAsync(Chunked.Length));

        await server.SendAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Chunked);

        Assert.Equal("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Chunked, await client.ReadUntilAsync("x-Other:\r\n\r\n"));
    }

    [Fact]
    public async Task Everything_may_come_byte_by_byte()
    {
        await using var chain = await Http1Chain.StartAsync(1);
        var client = await chain.ConnectAsync();
        await SendSlowlyAsync(client, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + Chunked);
        var (server, _) = await chain.Server.NextAsync();
        Assert.Equal(Chunked, await server.ReadAsync(Chunked.Length));

        await SendSlowlyAsync(server, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Chunked);

        Assert.EndsWith(Chunked, await client.ReadUntilAsync("x-Other:\r\n\r\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_body_passes_before_it_is_complete(int proxies)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, _) = await chain.RequestAsync("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab");
        Assert.Equal("ab", await server.ReadAsync(2));

        await server.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nAB");
        Assert.EndsWith("AB", await client.ReadUntilAsync("AB"), StringComparison.Ordinal);
        await client.SendAsync("cd");
        Assert.Equal("cd", await server.ReadAsync(2));
        await server.SendAsync("CD");

        Assert.Equal("CD", await client.ReadAsync(2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Megabytes_wait_for_whoever_reads_slowly(int proxies)
    {
        const int Length = 8 * 1024 * 1024;
        var body = string.Create(Length, 0, (text, _) =>
        {
            for (var index = 0; index < text.Length; index++)
            {
                text[index] = (char)('a' + (index % 23));
            }
        });
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, _) = await chain.RequestAsync($"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: {Length}\r\n\r\n");

        var sending = client.SendAsync(body);
        Assert.Equal(body, await server.ReadAsync(Length));
        await sending;
        var answering = server.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {Length}\r\n\r\n{body}");
        await client.ReadHeadAsync();

        Assert.Equal(body, await client.ReadAsync(Length));
        await answering;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Requests_that_are_sent_ahead_are_answered_in_order(int proxies)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, head) = await chain.RequestAsync(
            "POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\nGET /3 HTTP/1.1\r\nHost: b\r\n\r\n");
        Assert.StartsWith("POST /1", head, StringComparison.Ordinal);
        Assert.Equal("ab", await server.ReadAsync(2));

        await server.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n1");
        Assert.StartsWith("GET /2", await server.ReadHeadAsync(), StringComparison.Ordinal);
        await server.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n2");
        var (other, third) = await chain.Server.NextAsync();
        Assert.StartsWith("GET /3", third, StringComparison.Ordinal);
        await other.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n3");

        Assert.EndsWith("\r\n\r\n1", await client.ReadUntilAsync("\r\n\r\n1"), StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n2", await client.ReadUntilAsync("\r\n\r\n2"), StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n3", await client.ReadUntilAsync("\r\n\r\n3"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Interim_responses_pass_and_a_client_that_expects_to_continue_waits_for_them(int proxies)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, head) = await chain.RequestAsync("PUT / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        Assert.Contains("Expect: 100-continue\r\n", head, StringComparison.Ordinal);

        await server.SendAsync("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n");
        Assert.Equal("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", await client.ReadHeadAsync());
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", await client.ReadHeadAsync());
        await client.SendAsync("ab");
        Assert.Equal("ab", await server.ReadAsync(2));
        await server.SendAsync("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 201", await client.ReadHeadAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_client_that_is_refused_before_it_may_continue_gets_the_answer_and_the_end(int proxies)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, _) = await chain.RequestAsync("PUT / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");

        await server.SendAsync("HTTP/1.1 417 No\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal("HTTP/1.1 417 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", await client.ReadToEndAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_length_beside_chunks_is_dropped_from_a_response(int proxies)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var (client, server, _) = await chain.RequestAsync("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        await server.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n");

        Assert.Equal("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n1\r\nx\r\n0\r\n\r\n", await client.ReadToEndAsync());
    }

    private static async Task SendSlowlyAsync(RawPeer peer, string text)
    {
        foreach (var letter in text)
        {
            await peer.SendAsync(letter.ToString());
        }
    }
}
