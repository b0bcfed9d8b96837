using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Conduit.Proxy.Detection;
using Conduit.Proxy.Http1;
using Conduit.Proxy.Http1.Heads;
using Conduit.Proxy.Tests.Http1.Heads;
using Conduit.Testing.Fuzzing;

namespace Conduit.Proxy.Tests.Http1;

/// <summary>What a proxy answers to heads with faults, of clients and of servers, and what of them it hands on.</summary>
public sealed class RefusalFuzzTests
{
    private const string Answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private const string HeadEnd = "\r\n\r\n";
    private const int StatusAt = 9;

    private static readonly Http1Options Options = new() { MaxHeadLength = 110, MaxFields = 5, UpstreamIdle = TimeSpan.FromMilliseconds(100) };

    // What the proxy says on its own account comes on top.
    private static readonly Http1Options AtServer = new() { MaxHeadLength = 500, MaxFields = 8 };

    [Fact]
    public async Task What_the_grammar_refuses_is_answered_with_its_status_and_reaches_no_server()
    {
        await using var relay = await FuzzedRelay.StartAsync(Options, AnswerAsync);

        await relay.TalkAsync(FuzzRounds.Count(500, cost: 1000), AskAsync);
        await relay.EndAsync();
    }

    [Fact]
    public async Task What_the_grammar_refuses_of_a_server_is_answered_with_502()
    {
        await using var relay = await FuzzedRelay.StartAsync(Options, MisanswerAsync);

        await relay.TalkAsync(FuzzRounds.Count(500, cost: 1000), AskForAsync);
        await relay.EndAsync();
    }

    private static async Task AskAsync(IPEndPoint proxy, int seed)
    {
        var request = FuzzedHeads.Request(new Random(seed));

        // What comes after the first head would be a body or another request.
        var text = HeadOf(Encoding.Latin1.GetString(request));

        if (ProtocolDetector.Detect(request) is not ApplicationProtocol.Http1)
        {
            return;
        }

        using var client = await RawPeer.ConnectAsync(proxy);
        await client.SendAsync(text);

        switch (RequestGrammar.Judge(text, Options))
        {
            case HeadResult.Malformed:
                Assert.Matches(@"\AHTTP/1\.[01] 400 Bad Request\r\n", await client.ReadToEndAsync());
                break;
            case HeadResult.TooLarge:
                Assert.Matches(@"\AHTTP/1\.[01] 431 Request Header Fields Too Large\r\n", await client.ReadToEndAsync());
                break;
            case HeadResult.Complete:
                Assert.StartsWith("HTTP/1.1 200 OK\r\n", await client.ReadHeadAsync(), StringComparison.Ordinal);
                break;
        }
    }

    private static async Task AskForAsync(IPEndPoint proxy, int seed)
    {
        var response = ResponseOf(seed);
        using var client = await RawPeer.ConnectAsync(proxy);
        await client.SendAsync($"GET /{seed} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        var answer = await client.ReadToEndAsync();

        // An interim response passes, but nothing follows it here.
        if (ResponseGrammar.Judge(response, Options) == HeadResult.Complete && response[StatusAt] != '1')
        {
            Assert.StartsWith(response[..(StatusAt + 3)], answer, StringComparison.Ordinal);
            Assert.Equal(HeadResult.Complete, ResponseGrammar.Judge(HeadOf(answer), AtServer));
        }
        else
        {
            Assert.EndsWith("HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\nconduit-error: CDT0201 upstream\r\nConnection: close\r\n\r\n", answer, StringComparison.Ordinal);
        }
    }

    private static string ResponseOf(int seed) => HeadOf(Encoding.Latin1.GetString(FuzzedHeads.Response(new Random(seed))));

    private static string HeadOf(string text) =>
        text.IndexOf(HeadEnd, StringComparison.Ordinal) is >= 0 and var end ? text[..(end + HeadEnd.Length)] : text;

    private static async Task AnswerAsync(TcpClient client)
    {
        using var owned = client;

        if (await ReadHeadAsync(client) is { } head)
        {
            Assert.Equal(HeadResult.Complete, RequestGrammar.Judge(head, AtServer));
            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(Answer));
        }
    }

    private static async Task MisanswerAsync(TcpClient client)
    {
        using var owned = client;

        if (await ReadHeadAsync(client) is { } head)
        {
            var seed = int.Parse(head["GET /".Length..head.IndexOf(" HTTP", StringComparison.Ordinal)], CultureInfo.InvariantCulture);
            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(ResponseOf(seed)));
        }
    }

    // Null where there is none: a connection that was opened ahead may never carry any.
    private static async Task<string?> ReadHeadAsync(TcpClient client)
    {
        var (head, buffer) = (string.Empty, new byte[1024]);

        while (!head.Contains(HeadEnd, StringComparison.Ordinal))
        {
            var read = await client.GetStream().ReadAsync(buffer);

            if (read == 0)
            {
                Assert.Equal(string.Empty, head);
                return null;
            }

            head += Encoding.Latin1.GetString(buffer, 0, read);
        }

        return head;
    }
}
