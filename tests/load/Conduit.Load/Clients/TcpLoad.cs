using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Conduit.Load.Clients;

/// <summary>Bytes to an echo and back.</summary>
internal static class TcpLoad
{
    private const int Chunk = 64 * 1024;

    /// <summary>Small messages, each sent when the one before has come back. Units are messages.</summary>
    public static async Task<Outcome> MessagesAsync(int port, int connections, int messages, int size)
    {
        var started = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => PingAsync(port, messages / connections, size)));
        var log = new LatencyLog(Stopwatch.GetElapsedTime(started).TotalSeconds, [.. times.SelectMany(each => each).Order()]);
        return new Outcome(log.Sorted.Count, 0, log);
    }

    /// <summary>As much as goes, there and back. Units are megabytes one way.</summary>
    public static async Task<Outcome> BulkAsync(int port, int megabytes)
    {
        using var socket = await ConnectAsync(port);
        var total = megabytes * 1024L * 1024;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(SendAsync(socket, total), ReceiveAsync(socket, total));
        return new Outcome(megabytes, 0, new LatencyLog(Stopwatch.GetElapsedTime(started).TotalSeconds, []));
    }

    private static async Task<List<double>> PingAsync(int port, int messages, int size)
    {
        using var socket = await ConnectAsync(port);
        var (message, times) = (new byte[size], new List<double>(messages));

        for (var number = 0; number < messages; number++)
        {
            var started = Stopwatch.GetTimestamp();
            await socket.SendAsync(message);
            await ReceiveAsync(socket, size);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times;
    }

    private static async Task SendAsync(Socket socket, long total)
    {
        var chunk = new byte[Chunk];

        for (long sent = 0; sent < total;)
        {
            sent += await socket.SendAsync(chunk.AsMemory(0, (int)Math.Min(Chunk, total - sent)));
        }
    }

    private static async Task ReceiveAsync(Socket socket, long total)
    {
        var chunk = new byte[Math.Min(Chunk, total)];

        for (long received = 0; received < total;)
        {
            var read = await socket.ReceiveAsync(chunk);
            received += read > 0 ? read : throw new IOException("The connection ended early.");
        }
    }

    private static async Task<Socket> ConnectAsync(int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        return socket;
    }
}
