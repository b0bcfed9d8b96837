using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Conduit.Load.Floods;

/// <summary>Sends a flood until it is cancelled, at its pace and not faster, and counts.</summary>
internal sealed class FloodClient(Flood flood, int port)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(20);

    private long _events;
    private long _connections;

    public long Events => Interlocked.Read(ref _events);

    /// <summary>All that were opened.</summary>
    public long Connections => Interlocked.Read(ref _connections);

    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, flood.Connections).Select(index => KeepOnAsync(index, cancellationToken)));

    private async Task KeepOnAsync(int index, CancellationToken cancellationToken)
    {
        var perSecond = (double)flood.PerSecond / flood.Connections;
        var pause = TimeSpan.FromSeconds(Math.Max(1 / perSecond, ShortestPause.TotalSeconds));

        // Each begins at another moment, so that the pace is one of single events and not of bursts.
        await Task.Delay(pause * index / flood.Connections, TimeProvider.System, CancellationToken.None);
        using var ticks = new PeriodicTimer(pause, TimeProvider.System);

        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await FloodOneAsync(ticks, perSecond, cancellationToken);
            }
            catch (Exception failure) when (failure is SocketException or OperationCanceledException)
            {
                // It was closed on us, as it should be, or the run is over. The next one waits for its turn, too.
                await ticks.WaitForNextTickAsync(CancellationToken.None);
            }
        }
    }

    private async Task FloodOneAsync(PeriodicTimer ticks, double perSecond, CancellationToken cancellationToken)
    {
        using var socket = await OpenAsync(cancellationToken);
        var (started, number) = (Stopwatch.GetTimestamp(), 0);

        while (await ticks.WaitForNextTickAsync(cancellationToken))
        {
            var due = Math.Max(1, (int)(Stopwatch.GetElapsedTime(started).TotalSeconds * perSecond) - number);
            var bytes = Enumerable.Range(number, due).SelectMany(flood.Event).ToArray();
            number += due;
            Interlocked.Add(ref _events, due);

            if (bytes.Length == 0)
            {
                await ConnectAndLeaveAsync(due, cancellationToken);
            }
            else
            {
                await socket.SendAsync(bytes, cancellationToken);
            }
        }
    }

    private async Task<Socket> OpenAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        Interlocked.Increment(ref _connections);

        if (flood.Reads)
        {
            _ = DiscardAsync(socket, cancellationToken);
        }

        await socket.SendAsync(flood.Opening, cancellationToken);
        return socket;
    }

    private async Task ConnectAndLeaveAsync(int count, CancellationToken cancellationToken)
    {
        for (; count > 0; count--)
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { LingerState = new LingerOption(true, 0) };
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            Interlocked.Increment(ref _connections);
        }
    }

    private static async Task DiscardAsync(Socket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];

        try
        {
            while (await socket.ReceiveAsync(buffer, cancellationToken) > 0)
            {
                // Only so that the other side is not held up.
            }
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The sender sees it too.
        }
    }
}
