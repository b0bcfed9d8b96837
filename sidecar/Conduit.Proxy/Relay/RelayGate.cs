using Conduit.Proxy.Detection;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Http1.Connections;
using Conduit.Proxy.Http2.Connections;
using Conduit.Proxy.Http2.Routing;
using Conduit.Proxy.Tcp;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Relay;

/// <summary>Takes a listener's connections on one loop, and has each carried by what it speaks.</summary>
internal sealed class RelayGate(ListenerModel model, RelayPaths paths) : IAcceptHandler, IDetectedHandler
{
    private readonly HashSet<IDrainable> _clients = [];
    private bool _isRetiring;
    private bool _isDraining;

    public Direction Direction => model.Direction;

    /// <summary>Clients that are not done.</summary>
    public int Clients => _clients.Count;

    public void OnAccepted(Connection connection)
    {
        connection.Meter = paths.ClientMeters();
        var original = model.IsTransparent ? connection.OriginalDestination : null;
        var origin = new TcpOrigin(model.Routes, connection.RemoteAddress!, connection.LocalAddress ?? model.Address, original);
        var detecting = new DetectingHandler(paths.Detection, connection, origin, this);
        Add(detecting);
        detecting.Start(original is not { Port: > 0 } || !model.OpaquePorts.Contains(new(original.Port)));
    }

    public void OnDetected(Connection client, TcpOrigin origin, ApplicationProtocol protocol, ReadOnlySpan<byte> early, Backend? backend)
    {
        switch (protocol)
        {
            case ApplicationProtocol.Http1:
                CarryHttp1(client, origin, early, backend);
                break;
            case ApplicationProtocol.Http2:
                CarryHttp2(client, origin, early, backend);
                break;
            default:
                CarryTcp(client, origin, early, backend);
                break;
        }
    }

    /// <summary>Asks clients to go elsewhere, those that still come included.</summary>
    public void Retire()
    {
        _isRetiring = true;

        foreach (var client in _clients.ToArray())
        {
            client.Retire();
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

    private void CarryHttp1(Connection client, TcpOrigin origin, ReadOnlySpan<byte> early, Backend? backend)
    {
        var carried = new ClientConnection(paths.Http1, origin, client);
        Add(carried);

        if (_isRetiring)
        {
            carried.Retire();
        }

        if (backend is { Early.Length: > 0 })
        {
            // It has said something, and no server of HTTP/1 does that before it is asked.
            backend.Leave(CloseReason.Requested);
        }
        else if (backend?.TryDetach(out var opened) == true)
        {
            paths.Http1.Pools.Adopt(backend.Endpoint!.Address, opened);
        }

        carried.OnReceived(early);
    }

    private void CarryHttp2(Connection client, TcpOrigin origin, ReadOnlySpan<byte> early, Backend? backend)
    {
        var router = new ConnectionRouter(paths.Http2, origin.Routes, origin.Source, origin.Local, origin.OriginalDestination);
        var carried = new DownstreamConnection(paths.Http2.Context, client, router);
        Add(carried);

        // This one is not asked to go elsewhere even while the proxy retires: who comes now knows of nowhere else, and would come again.
        if (backend?.TryDetach(out var opened) == true)
        {
            paths.Http2.Pools.Get(backend.Endpoint!.Address).Adopt(opened, backend.Early);
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
