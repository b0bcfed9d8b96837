using System.Net.Sockets;
using Conduit.Proxy.Http2.Frames;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Http2.Connections;

/// <summary>Clients that break the rules or wear us out: what each costs, and that nobody else pays.</summary>
public sealed class AbuseTests : OneServerTests
{
    [Theory]
    [InlineData("")]
    [InlineData(":method: GET", ":scheme: http", ":path: /", "Upper: x")]
    [InlineData(":method: GET", ":scheme: http", ":path: /", "connection: close")]
    [InlineData(":method: GET", ":scheme: http", ":path: /", "transfer-encoding: chunked")]
    [InlineData(":method: GET", ":scheme: http", ":path: /", "te: gzip")]
    [InlineData(":method: GET", ":scheme: http", ":path: /", "x: a\r\nb: c")]
    [InlineData(":method: GET", ":scheme: http", ":path: /", ":unknown: x")]
    [InlineData(":method: GET", ":scheme: http", ":path: /", ":status: 200")]
    [InlineData(":method: GET", ":scheme: http", ":path: /", ":path: /2")]
    [InlineData(":method: GET", ":scheme: http", "x: y", ":path: /")]
    [InlineData(":method: GET", ":scheme: http", ":path: ")]
    [InlineData(":method: GET", ":scheme: http")]
    [InlineData(":method: GET", ":path: /")]
    [InlineData(":scheme: http", ":path: /")]
    [InlineData(":method: CONNECT", ":scheme: http", ":authority: a", ":path: /")]
    [InlineData(":method: CONNECT", ":protocol: websocket", ":scheme: http", ":authority: a", ":path: /")]
    [InlineData(":method: GET", ":scheme: http", ":path: /", "content-length: 1", "content-length: 2")]
    public async Task A_malformed_request_costs_its_stream(params string[] fields)
    {
        var client = await ConnectAsync();
        await client.HeadersAsync(1, true, fields is [""] ? [] : fields);

        Assert.Equal("RESET 1 Protocol", await client.ExpectAsync("RESET"));
        await client.RoundTripAsync();
    }

    [Theory]
    [InlineData("content-length: 5", 6)]
    [InlineData("content-length: 5", 4)]
    public async Task A_body_of_another_length_than_promised_costs_its_stream(string promise, int length)
    {
        var client = await ConnectAsync();
        await client.PostAsync(1, promise);
        await client.DataAsync(1, length, endStream: true);

        Assert.Equal("RESET 1 Protocol", await client.ExpectAsync("RESET"));
    }

    [Theory]
    [InlineData("000000 00 01 00000001", Http2Error.Protocol)] // DATA on a stream that never began
    [InlineData("000004 08 00 00000001 00000001", Http2Error.Protocol)] // WINDOW_UPDATE on one
    [InlineData("000004 03 00 00000001 00000008", Http2Error.Protocol)] // RST_STREAM on one
    [InlineData("000001 01 05 00000002 82", Http2Error.Protocol)] // a number of the server's
    [InlineData("000001 01 05 00000001 80", Http2Error.Compression)] // not HPACK
    [InlineData("000004 08 00 00000000 00000000", Http2Error.Protocol)] // nothing for the connection's window
    [InlineData("000004 08 00 00000000 7fffffff", Http2Error.FlowControl)] // too much for it
    [InlineData("000006 04 00 00000000 000480000000", Http2Error.FlowControl)]
    public async Task A_broken_connection_is_ended_with_the_right_code(string hex, object code)
    {
        var client = await ConnectAsync();
        await client.RawAsync(hex);

        Assert.EndsWith($" {code}", await client.ExpectAsync("GOAWAY"), StringComparison.Ordinal);
        await client.ExpectAsync("CLOSED");
    }

    [Fact]
    public async Task A_stream_window_beyond_its_limit_costs_the_stream()
    {
        var client = await ConnectAsync();
        await client.PostAsync(1);
        await client.DoAsync(writer => writer.WriteWindowUpdate(1, int.MaxValue));

        Assert.Equal("RESET 1 FlowControl", await client.ExpectAsync("RESET"));
    }

    [Fact]
    public async Task More_data_than_the_window_allows_costs_the_stream()
    {
        var client = await ConnectAsync();
        await client.PostAsync(1);
        await client.DataAsync(1, 512 * 1024, endStream: false);

        Assert.Equal("RESET 1 FlowControl", await client.ExpectAsync("RESET"));
    }

    [Fact]
    public async Task More_streams_than_allowed_are_refused_and_the_others_live()
    {
        var client = await ConnectAsync();

        for (var stream = 0; stream <= 1000; stream++)
        {
            await client.PostAsync((2 * stream) + 1);
        }

        Assert.Equal("RESET 2001 RefusedStream", await client.ExpectAsync("RESET"));
    }

    [Fact]
    public async Task A_header_section_beyond_the_limit_is_answered_431()
    {
        var client = await ConnectAsync();

        // One entry of 3 KB in the table, named fifty times.
        var block = new List<byte> { 0x82, 0x86, 0x84, 0x40, 1, (byte)'a', 0x7f, 0xb9, 0x16 };
        block.AddRange(Enumerable.Repeat((byte)'x', 3000));
        block.AddRange(Enumerable.Repeat((byte)0xbe, 50));
        await client.DoAsync(writer => writer.WriteHeaders(1, [.. block], endStream: true));

        Assert.StartsWith("HEADERS 1 end :status: 431", await client.ExpectAsync("HEADERS 1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ping")]
    [InlineData("settings")]
    [InlineData("priority")]
    [InlineData("unknown")]
    [InlineData("empty data")]
    [InlineData("rapid reset")]
    [InlineData("made you reset")]
    [InlineData("empty continuations")]
    public async Task A_flood_ends_its_connection_and_no_other(string kind)
    {
        var bystander = await ConnectAsync();
        var client = await ConnectAsync();
        await client.PostAsync(1);

        // The answer to the relay's SETTINGS must not fall between a flood's frames.
        await client.RoundTripAsync();
        await Eventually.Ends(FloodAsync(client, kind));

        Assert.EndsWith(" EnhanceYourCalm", await client.ExpectAsync("GOAWAY"), StringComparison.Ordinal);
        await bystander.RoundTripAsync();
    }

    [Fact]
    public async Task A_client_that_reads_no_answers_to_its_pings_is_not_answered_for_ever()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 1024 };
        await socket.ConnectAsync(Relay.Address);
        await socket.SendAsync(FrameWriter.Preface.ToArray());
        await socket.SendAsync(new byte[] { 0, 0, 0, 4, 0, 0, 0, 0, 0 });
        var pings = Enumerable.Repeat(new byte[] { 0, 0, 8, 6, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8 }, 1000).SelectMany(ping => ping).ToArray();

        await Eventually.Ends(SendUntilRefusedAsync(socket, pings));

        await Eventually.Holds(async () => await Relay.OnLoopAsync(() => Relay.Clients.TrueForAll(client => client.IsDead)));
    }

    private static async Task SendUntilRefusedAsync(Socket socket, byte[] bytes)
    {
        try
        {
            for (var round = 0; round < 100_000; round++)
            {
                await socket.SendAsync(bytes);
            }

            Assert.Fail("1.7 GB of pings were taken.");
        }
        catch (SocketException)
        {
            // Refused, as it should be.
        }
    }

    private static async Task FloodAsync(FramePeer client, string kind)
    {
        for (var round = 0; round < 20_000; round++)
        {
            var id = (2 * round) + 3;

            switch (kind)
            {
                case "ping":
                    await client.DoAsync(writer => writer.WritePing(new byte[8], isAck: false));
                    break;
                case "settings":
                    await client.DoAsync(writer => writer.WriteSettings([]));
                    break;
                case "priority":
                    await client.RawAsync("000005 02 00 00000001 0000000000");
                    break;
                case "unknown":
                    await client.RawAsync("000000 99 00 00000000");
                    break;
                case "empty data":
                    await client.DataAsync(1, 0, endStream: false);
                    break;
                case "rapid reset":
                    await client.GetAsync(id);
                    await client.DoAsync(writer => writer.WriteReset(id, Http2Error.Cancel));
                    break;
                case "made you reset":
                    await client.PostAsync(id);
                    await client.DoAsync(writer => writer.WriteWindowUpdate(id, 0));
                    break;
                default:
                    await client.RawAsync(round == 0 ? "000000 01 00 00000003" : "000000 09 00 00000003");
                    break;
            }

            if (client.HasGoneAway)
            {
                return;
            }
        }
    }
}
