using System.Net.WebSockets;
using Conduit.Kubernetes.Tests.Servers;

namespace Conduit.Kubernetes.Tests.PortForward;

/// <summary>The pod's end of a forwarded connection, as the kubelet speaks it.</summary>
internal static class FakePod
{
    public const string Path = "GET /api/v1/namespaces/conduit/pods/controller-1/portforward";

    private const byte Data = 0;
    private const byte Error = 1;

    /// <summary>Lets a test speak for the pod once the connection stands and both channels have announced the port.</summary>
    public static FakeApiServer OnPortForward(this FakeApiServer server, Func<WebSocket, Task> pod) => server.On(Path, async context =>
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync("v4.channel.k8s.io");
        var port = BitConverter.GetBytes(ushort.Parse(context.Request.Query["ports"]!, null));
        await socket.SendAsync((byte[])[Data, .. port], WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        await socket.SendAsync((byte[])[Error, .. port], WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        await pod(socket);
    });

    public static Task SendAsync(this WebSocket socket, ReadOnlyMemory<byte> data) => SendAsync(socket, Data, data);

    public static Task FailAsync(this WebSocket socket, ReadOnlyMemory<byte> reason) => SendAsync(socket, Error, reason);

    /// <summary>Sends back whatever comes until the caller closes.</summary>
    public static async Task EchoAsync(this WebSocket socket)
    {
        var buffer = new byte[64 * 1024];

        while (await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None) is { MessageType: WebSocketMessageType.Binary } received)
        {
            await socket.SendAsync(buffer.AsMemory(0, received.Count), WebSocketMessageType.Binary, received.EndOfMessage, CancellationToken.None);
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }

    private static async Task SendAsync(WebSocket socket, byte channel, ReadOnlyMemory<byte> content) =>
        await socket.SendAsync((byte[])[channel, .. content.ToArray()], WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
}
