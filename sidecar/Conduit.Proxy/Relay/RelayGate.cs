using System.Net.Sockets;
using System.Threading.Channels;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Http2.Connections;
using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Http2.Routing;
using Conduit.Proxy.Telemetry;
using Conduit.Proxy.Transport;
using Conduit.Proxy.Transport.Epoll;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Conduit.Proxy.Relay;

/// <summary>Keeps a listener's HTTP/2 for the relay and gives everything else to Kestrel.</summary>
internal sealed class RelayGate(
    ListenerModel model, RelayRouting routing, TransportMetrics transports, SocketConnectionContextFactory contexts, ChannelWriter<ConnectionContext> others)
    : ISocketGate
{
    private readonly HashSet<DownstreamConnection> _clients = [];

    /// <summary>Clients whose connections are open; only on the loop.</summary>
    public int Clients => _clients.Count;

    public bool IsLookedInto(int socket) =>
        !model.IsTransparent || SocketQueries.OriginalDestination(socket) is not { Port: > 0 } original || !model.OpaquePorts.Contains(new(original.Port));

    public SocketVerdict Judge(ReadOnlySpan<byte> bytes)
    {
        var preface = FrameWriter.Preface;

        return bytes.StartsWith(preface) ? SocketVerdict.Keep
            : preface.StartsWith(bytes) ? SocketVerdict.Unknown
            : SocketVerdict.GiveAway;
    }

    public void OnAccepted(Connection connection)
    {
        connection.Meter = new TransportMeter(transports.Open(model.Direction, Peer.Source));
        var original = model.IsTransparent ? connection.OriginalDestination : null;
        var router = new ConnectionRouter(routing, model.Routes, connection.RemoteAddress!, connection.LocalAddress, original);
        var client = new DownstreamConnection(routing.Context, connection, router);
        client.Died += () => _clients.Remove(client);
        _clients.Add(client);
    }

    public void OnGivenAway(Socket socket)
    {
        if (!others.TryWrite(contexts.Create(socket)))
        {
            socket.Dispose();
        }
    }

    public void Drain()
    {
        foreach (var client in _clients)
        {
            client.Drain();
        }
    }
}
