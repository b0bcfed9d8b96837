using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Http1;

/// <summary>A server that is led by hand. A connection shows up with its first request: one that was opened ahead may never carry any.</summary>
internal sealed class RawOrigin : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Channel<(RawPeer Peer, string Head)> _requests = Channel.CreateUnbounded<(RawPeer, string)>();
    private readonly List<RawPeer> _peers = [];

    public RawOrigin()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>The next connection that carries a request, and that request's head.</summary>
    public Task<(RawPeer Peer, string Head)> NextAsync() => Eventually.Ends(_requests.Reader.ReadAsync().AsTask(), what: "waiting for a request");

    public void Dispose()
    {
        _listener.Dispose();

        lock (_peers)
        {
            _peers.ForEach(peer => peer.Dispose());
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync();
                socket.NoDelay = true;
                var peer = new RawPeer(socket);

                lock (_peers)
                {
                    _peers.Add(peer);
                }

                _ = WaitForRequestAsync(peer);
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task WaitForRequestAsync(RawPeer peer) => _requests.Writer.TryWrite((peer, await peer.ReadHeadAsync()));
}
