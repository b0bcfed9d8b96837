using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace Conduit.Testing.Clusters;

/// <summary>The kubelet's end of a forwarded port: it passes on what comes, or says that nothing listens there.</summary>
internal static class FakePortForward
{
    private const byte Data = 0;
    private const byte Fault = 1;

    public static async Task RunAsync(HttpContext context, IPEndPoint? target)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync("v4.channel.k8s.io");
        var port = BitConverter.GetBytes(ushort.Parse(context.Request.Query["ports"]!, null));
        await SendAsync(socket, Data, port, context.RequestAborted);
        await SendAsync(socket, Fault, port, context.RequestAborted);

        try
        {
            using var behind = new TcpClient();
            await behind.ConnectAsync(target ?? throw new SocketException((int)SocketError.ConnectionRefused), context.RequestAborted);
            await await Task.WhenAny(
                ReceiveAsync(socket, behind.GetStream(), context.RequestAborted),
                SendAllAsync(socket, behind.GetStream(), context.RequestAborted));
        }
        catch (SocketException)
        {
            await SendAsync(socket, Fault, "error forwarding port: connection refused"u8.ToArray(), context.RequestAborted);
        }
        catch (Exception failure) when (failure is IOException or WebSocketException or OperationCanceledException)
        {
            // One side is gone, which ends the other.
        }
    }

    private static async Task ReceiveAsync(WebSocket socket, NetworkStream behind, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var filled = 0;

        while (await socket.ReceiveAsync(buffer.AsMemory(filled), cancellationToken) is { MessageType: WebSocketMessageType.Binary } received)
        {
            filled += received.Count;

            if (received.EndOfMessage)
            {
                await behind.WriteAsync(buffer.AsMemory(1, filled - 1), cancellationToken);
                filled = 0;
            }
        }
    }

    private static async Task SendAllAsync(WebSocket socket, NetworkStream behind, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];

        while (await behind.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            await SendAsync(socket, Data, buffer.AsMemory(0, count), cancellationToken);
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
    }

    private static async Task SendAsync(WebSocket socket, byte channel, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        await socket.SendAsync((byte[])[channel, .. content.ToArray()], WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
}
