using System.Net;
using System.Net.Sockets;
using System.Text;
using Conduit.Proxy.Detection;
using Conduit.Proxy.Http1;
using Conduit.Proxy.Http1.Heads;
using Conduit.Proxy.Tests.Http1.Heads;
using Conduit.Testing.Fuzzing;

namespace Conduit.Proxy.Tests.Http1;

/// <summary>What a proxy answers to heads with faults, and what of them reaches a server.</summary>
public sealed class RefusalFuzzTests
{
    private const string Answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private const string HeadEnd = "\r\n\r\n";

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

    private static string HeadOf(string text) =>
        text.IndexOf(HeadEnd, StringComparison.Ordinal) is >= 0 and var end ? text[..(end + HeadEnd.Length)] : text;

    private static async Task AnswerAsync(TcpClient client)
    {
        using var owned = client;
        var stream = client.GetStream();
        var (head, buffer) = (string.Empty, new byte[1024]);

        // A connection that was opened ahead may never carry any.
        while (!head.Contains(HeadEnd, StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer);

            if (read == 0)
            {
                Assert.Equal(string.Empty, head);
                return;
            }

            head += Encoding.Latin1.GetString(buffer, 0, read);
        }

        Assert.Equal(HeadResult.Complete, RequestGrammar.Judge(head, AtServer));
        await stream.WriteAsync(Encoding.Latin1.GetBytes(Answer));
    }
}
