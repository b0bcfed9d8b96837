using System.Net;
using System.Net.Sockets;
using Conduit.Proxy.Http2;
using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Transport;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Http2.Connections;

/// <summary>Clients that ask for much and take nothing of it, beside one that does.</summary>
public sealed class SlowReaderTests : IAsyncDisposable
{
    private const int Portion = 16_000;

    private static readonly Setting TakesNothing = new(SettingId.InitialWindowSize, 0);

    private readonly Socket _listener = RelayHarness.Listen();
    private RelayHarness? _relay;

    public async ValueTask DisposeAsync()
    {
        if (_relay is not null)
        {
            await _relay.DisposeAsync();
        }

        _listener.Dispose();
    }

    [Fact]
    public async Task When_more_waits_than_may_the_client_for_whom_most_waits_is_ended_and_no_other()
    {
        var relay = await StartAsync(new Http2Options(), new LoopLimits { BufferedBytes = 2_000_000 });
        var modest = await relay.ConnectAsync(TakesNothing);
        await modest.GetAsync(1);
        var server = await relay.AcceptAsync(_listener);
        await server.ExpectAsync("HEADERS 1 ");
        await AnswerAsync(server, 1, portions: 2);
        var greedy = await relay.ConnectAsync(TakesNothing);

        for (var stream = 1; stream < 80; stream += 2)
        {
            await greedy.GetAsync(stream);
        }

        await server.ExpectAsync("HEADERS 81 ");

        for (var stream = 3; stream <= 81; stream += 2)
        {
            await AnswerAsync(server, stream, portions: 4);
        }

        Assert.EndsWith(" EnhanceYourCalm", await greedy.ExpectAsync("GOAWAY"), StringComparison.Ordinal);
        await server.ExpectAsync("RESET 3 Cancel");
        await modest.DoAsync(writer => writer.WriteWindowUpdate(1, 1_000_000));
        Assert.Equal(2 * Portion, await modest.CountDataAsync(1, atLeast: 2 * Portion));
        await Eventually.Holds(() => relay.OnLoopAsync(() => !relay.Context.Loop.HoldsTooMuch));
    }

    [Fact]
    public async Task A_connection_that_slow_readers_hold_up_gets_no_requests_of_others()
    {
        var relay = await StartAsync(new Http2Options { BufferLimit = Portion }, new LoopLimits());
        var slow = await relay.ConnectAsync(TakesNothing);
        await slow.GetAsync(1);
        var heldUp = await relay.AcceptAsync(_listener);
        await heldUp.ExpectAsync("HEADERS 1 ");
        await AnswerAsync(heldUp, 1, portions: 2);

        // The answer comes after what was sent before it.
        await heldUp.RoundTripAsync();
        var other = await relay.ConnectAsync();
        await other.GetAsync(1);

        var free = await relay.AcceptAsync(_listener);
        await free.ExpectAsync("HEADERS 1 ");
        await AnswerAsync(free, 1, portions: 1);
        Assert.Equal(Portion, await other.CountDataAsync(1, atLeast: Portion));
    }

    private static async Task AnswerAsync(FramePeer server, int stream, int portions)
    {
        await server.HeadersAsync(stream, false, ":status: 200");

        for (; portions > 0; portions--)
        {
            await server.DataAsync(stream, Portion, endStream: false);
        }
    }

    private async Task<RelayHarness> StartAsync(Http2Options options, LoopLimits limits) =>
        _relay = await RelayHarness.StartAsync([(IPEndPoint)_listener.LocalEndPoint!], options, limits);
}
