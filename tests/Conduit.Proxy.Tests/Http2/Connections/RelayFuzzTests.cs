using System.Net.Sockets;
using Conduit.Proxy.Http2.Frames;
using Conduit.Testing.Fuzzing;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Http2.Connections;

public sealed class RelayFuzzTests : OneServerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_frames_from_both_sides_leave_nothing_behind(int seed)
    {
        var random = new Random(seed);
        var rounds = FuzzRounds.Count(60, cost: 10_000);
        var serving = ServeAsync(random.Next());

        for (var round = 0; round < rounds; round++)
        {
            var client = await ConnectAsync(new Setting(SettingId.InitialWindowSize, (uint)random.Next(100_000)));

            for (var step = 0; step < 200 && !client.HasGoneAway; step++)
            {
                await StepAsync(client, random, asServer: false);
            }

            Relay.Release(client);
        }

        Listener.Dispose();
        await Eventually.Ends(serving);
        await Eventually.Holds(() => Relay.OnLoopAsync(() => Relay.Clients.TrueForAll(client => client.IsDead && client.Streams.Count == 0)));
        await Eventually.Holds(() => Relay.OnLoopAsync(() => Relay.Context.Loop.Buffers.Lent == 0));
    }

    private static async Task StepAsync(FramePeer peer, Random random, bool asServer)
    {
        var id = (2 * random.Next(30)) + 1;

        switch (random.Next(10))
        {
            case 0 or 1 or 2:
                await (asServer ? peer.HeadersAsync(id, random.Next(3) == 0, ":status: 200", "x: y") : peer.PostAsync(id));
                break;
            case 3 or 4 or 5:
                await peer.DataAsync(id, random.Next(20_000), random.Next(4) == 0);
                break;
            case 6:
                await peer.DoAsync(writer => writer.WriteReset(id, (Http2Error)random.Next(14)));
                break;
            case 7:
                await peer.DoAsync(writer => writer.WriteWindowUpdate(random.Next(2) * id, random.Next(1, 100_000)));
                break;
            case 8:
                await peer.DoAsync(writer => writer.WriteSettings([new Setting(SettingId.InitialWindowSize, (uint)random.Next(200_000))]));
                break;
            default:
                await (random.Next(20) == 0 ? peer.DoAsync(writer => writer.WriteGoAway(id, Http2Error.None)) : peer.HeadersAsync(id, true, "trailer: 1"));
                break;
        }
    }

    private async Task ServeAsync(int seed)
    {
        var random = new Random(seed);

        try
        {
            while (true)
            {
                var socket = await Listener.AcceptAsync();
                using var server = FramePeer.Server(socket, new Setting(SettingId.InitialWindowSize, (uint)random.Next(100_000)));

                for (var step = 0; step < 300 && !server.HasGoneAway; step++)
                {
                    await StepAsync(server, random, asServer: true);
                    await Task.Yield();
                }
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
