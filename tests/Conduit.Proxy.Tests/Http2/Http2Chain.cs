using System.Net;
using System.Net.Sockets;
using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Tests.Contract;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Http2;

/// <summary>A server, one proxy or two in a row before it, and clients of the last, all by hand and frame by frame.</summary>
internal sealed class Http2Chain : IAsyncDisposable
{
    private readonly List<FramePeer> _peers = [];
    private readonly Socket _listener;
    private readonly Way _way;

    private Http2Chain(Socket listener, Way way) => (_listener, _way) = (listener, way);

    /// <param name="kind">A word of <see cref="Way"/>.</param>
    public static async Task<Http2Chain> StartAsync(string kind)
    {
        var listener = RelayHarness.Listen();
        return new Http2Chain(listener, await Way.ToAsync((IPEndPoint)listener.LocalEndPoint!, kind));
    }

    public async Task<FramePeer> ConnectAsync(params Setting[] settings)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await Eventually.Ends(socket.ConnectAsync(_way.Entrance));
        return Keep(FramePeer.Client(socket, settings));
    }

    /// <summary>The next connection that is used: one that was opened ahead may end without a word.</summary>
    public async Task<FramePeer> AcceptAsync(params Setting[] settings)
    {
        while (true)
        {
            var socket = await Eventually.Ends(_listener.AcceptAsync(), what: "waiting for a connection");
            socket.NoDelay = true;

            if (await Eventually.Ends(IsUsedAsync(socket), what: "waiting for a word on a connection"))
            {
                return Keep(FramePeer.Server(socket, settings));
            }

            socket.Dispose();
        }
    }

    /// <summary>Sends a request on a connection of its own, and waits until it is at the server.</summary>
    public async Task<(FramePeer Client, FramePeer Server)> PostAsync()
    {
        var client = await ConnectAsync();
        await client.PostAsync(1);
        var server = await AcceptAsync();
        await server.ExpectAsync("HEADERS 1");
        return (client, server);
    }

    public async ValueTask DisposeAsync()
    {
        _peers.ForEach(peer => peer.Dispose());
        _listener.Dispose();
        await _way.DisposeAsync();
    }

    private static async Task<bool> IsUsedAsync(Socket socket)
    {
        try
        {
            return await socket.ReceiveAsync(new byte[1], SocketFlags.Peek) > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private FramePeer Keep(FramePeer peer)
    {
        _peers.Add(peer);
        return peer;
    }
}
