using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Conduit.Proxy.Http1;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Fuzzing;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Http1;

/// <summary>Clients and servers that say nearly anything, cut anywhere, and leave whenever they like.</summary>
public sealed class RelayFuzzTests
{
    private static readonly string[] Requests =
    [
        "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST /x HTTP/1.1\r\nHost: b\r\nContent-Length: 5\r\n\r\nhello",
        "PUT /y HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;a\r\nhello\r\n0\r\nT: 1\r\n\r\n",
        "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
        "HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /u HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n",
        "CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n",
        "POST /e HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc",
    ];

    private static readonly string[] Responses =
    [
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.0 200 OK\r\n\r\nuntil the end",
        "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\nraw",
        "HTTP/1.1 413 Too Large\r\nConnection: close\r\nContent-Length: 2\r\n\r\nno",
        "HTTP/1.1 502 Bad Gateway\r\nconduit-error: CDT0102 connect\r\nContent-Length: 0\r\n\r\n",
        "",
    ];

    [Fact]
    public async Task Whatever_peers_do_the_relay_serves_others_and_keeps_nothing_of_it()
    {
        var options = new Http1Options { UpstreamIdle = TimeSpan.FromMilliseconds(100) };
        var connections = 0;
        await using var relay = await FuzzedRelay.StartAsync(options, client => AnswerAsync(client, new Random(connections++)));

        await relay.TalkAsync(FuzzRounds.Count(300, cost: 1000), TalkAsync);

        await Eventually.Holds(async () => await OpenAsync(relay.Proxy, "src") == 0 && await OpenAsync(relay.Proxy, "dst") == 0, what: "every connection ends");
        await relay.EndAsync();
    }

    private static async Task TalkAsync(IPEndPoint address, int seed)
    {
        var random = new Random(seed);
        using var client = new TcpClient();

        try
        {
            await client.ConnectAsync(address);
        }
        catch (SocketException)
        {
            // A server that breaks off at once ends a client that was too slow to say anything.
            return;
        }

        var text = string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Requests[random.Next(Requests.Length)]));
        await SayAsync(client, text, random);
    }

    private static async Task AnswerAsync(TcpClient client, Random random)
    {
        using (client)
        {
            for (var answers = random.Next(4); answers > 0; answers--)
            {
                await SayAsync(client, Responses[random.Next(Responses.Length)], random);
            }
        }
    }

    /// <summary>Says it with a fault or two and in pieces, reads a little, and perhaps breaks the connection.</summary>
    private static async Task SayAsync(TcpClient peer, string text, Random random)
    {
        var bytes = Encoding.Latin1.GetBytes(text);

        for (var faults = random.Next(3); faults > 0 && bytes.Length > 0; faults--)
        {
            bytes[random.Next(bytes.Length)] = (byte)"\r\n :;0fx\0"[random.Next(9)];
        }

        try
        {
            for (var sent = 0; sent < bytes.Length;)
            {
                var length = Math.Min(random.Next(1, 60), bytes.Length - sent);
                await peer.GetStream().WriteAsync(bytes.AsMemory(sent, length));
                sent += length;
            }

            peer.LingerState = new LingerOption(random.Next(4) == 0, 0);
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(1, 40)), TimeProvider.System);
            _ = await peer.GetStream().ReadAsync(new byte[100], patience.Token);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The relay may end it at any time, and so may we.
        }
    }

    private static async Task<int> OpenAsync(TestProxy proxy, string peer)
    {
        var line = (await proxy.MetricsAsync()).Split('\n')
            .FirstOrDefault(line => line.StartsWith($"tcp_open_connections{{direction=\"inbound\",peer=\"{peer}\"", StringComparison.Ordinal));
        return line is null ? 0 : int.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);
    }
}
