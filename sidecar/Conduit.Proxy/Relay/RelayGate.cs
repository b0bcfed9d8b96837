using System.Net.Sockets;
using System.Threading.Channels;
using Conduit.Proxy.Detection;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Http2.Connections;
using Conduit.Proxy.Http2.Routing;
using Conduit.Proxy.Tcp;
using Conduit.Proxy.Telemetry;
using Conduit.Proxy.Transport;
using Conduit.Proxy.Transport.Epoll;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Conduit.Proxy.Relay;

/// <summary>Carries a listener's connections by what they speak, and gives HTTP/1 to Kestrel.</summary>
internal sealed class RelayGate(
    ListenerModel model, RelayPaths paths, TransportMetrics transports, SocketConnectionContextFactory contexts, ChannelWriter<ConnectionContext> others)
    : ISocketGate, IDetectedHandler
{
    private readonly HashSet<IDrainable> _clients = [];
    private bool _isDraining;

    /// <summary>Clients whose connections are open; only on the loop.</summary>
    public int Clients => _clients.Count;

    public bool IsLookedInto(int socket) =>
        !model.IsTransparent || SocketQueries.OriginalDestination(socket) is not { Port: > 0 } original || !model.OpaquePorts.Contains(new(original.Port));

    public SocketVerdict Judge(ReadOnlySpan<byte> bytes) => ProtocolDetector.Detect(bytes) switch
    {
        null => SocketVerdict.Unknown,
        ApplicationProtocol.Http1 => SocketVerdict.GiveAway,
        _ => SocketVerdict.Keep,
    };

    public void OnAccepted(Connection connection)
    {
        connection.Meter = new TransportMeter(transports.Open(model.Direction, Peer.Source));
        var original = model.IsTransparent ? connection.OriginalDestination : null;
        var origin = new TcpOrigin(model.Routes, connection.RemoteAddress!, connection.LocalAddress!, original);
        var detecting = new DetectingHandler(paths.Detection, connection, origin, this);
        Add(detecting);
        detecting.Start(original is not { Port: > 0 } || !model.OpaquePorts.Contains(new(original.Port)));
    }

    public void OnDetected(Connection client, TcpOrigin origin, ApplicationProtocol protocol, ReadOnlySpan<byte> early, Backend? backend)
    {
        if (protocol == ApplicationProtocol.Http2)
        {
            CarryHttp2(client, origin, early, backend);
        }
        else
        {
            CarryTcp(client, origin, early, backend);
        }
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
        _isDraining = true;

        foreach (var client in _clients.ToArray())
        {
            client.Drain();
        }
    }

    private void CarryHttp2(Connection client, TcpOrigin origin, ReadOnlySpan<byte> early, Backend? backend)
    {
        var router = new ConnectionRouter(paths.Http, origin.Routes, origin.Source, origin.Local, origin.OriginalDestination);
        var carried = new DownstreamConnection(paths.Http.Context, client, router);
        Add(carried);

        if (backend?.TryDetach(out var opened) == true)
        {
            paths.Http.Pools.Get(backend.Endpoint!.Address).Adopt(opened, backend.Early);
        }

        carried.OnReceived(early);
    }

    private void CarryTcp(Connection client, TcpOrigin origin, ReadOnlySpan<byte> early, Backend? backend)
    {
        var target = backend ?? new Backend(paths.Tcp, origin);
        var carried = new TcpRelay(client, target);
        Add(carried);
        carried.Start(early);

        if (backend is null)
        {
            target.Open();
        }
    }

    private void Add(IDrainable client)
    {
        client.Died += () => _clients.Remove(client);
        _clients.Add(client);

        if (_isDraining)
        {
            client.Drain();
        }
    }
}
