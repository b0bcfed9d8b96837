using System.ComponentModel;
using System.Net;
using System.Threading.Channels;
using Conduit.Proxy.Forwarding.Yarp;
using Conduit.Proxy.Telemetry;
using Conduit.Proxy.Transport.Epoll;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Conduit.Proxy.Relay;

/// <summary>
/// Stands where Kestrel's own transport would: the relay's loop listens, keeps what it can carry, and Kestrel gets the rest. Kestrel
/// binds the listeners in their order, which tells here which one is meant.
/// </summary>
internal sealed class RelayTransport(
    RelayLoop relay, KestrelListeners listeners, TransportMetrics transports, ILogger<RelayTransport> logger) : IConnectionListenerFactory, IDisposable
{
    private readonly SocketConnectionContextFactory _contexts = new(new SocketConnectionFactoryOptions(), logger);
    private int _bound;

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var model = listeners.Models[_bound++];
        var others = Channel.CreateUnbounded<ConnectionContext>();
        var gate = new RelayGate(model, relay.Paths(model.Direction), transports, _contexts, others.Writer);
        relay.Gates.Add(gate);
        return await relay.DoAsync(() => Bind((IPEndPoint)endpoint, gate, others));
    }

    /// <summary>Ends when the relay has no clients left or time is up; unbinding has told them to go.</summary>
    public Task DrainAsync(CancellationToken cancellationToken) => relay.DrainAsync(cancellationToken);

    public void Dispose() => _contexts.Dispose();

    private RelayBinding Bind(IPEndPoint address, RelayGate gate, Channel<ConnectionContext> others)
    {
        try
        {
            return new RelayBinding(relay.Loop, new EpollListener(relay.Loop, address, gate), gate, others);
        }
        catch (Win32Exception failure)
        {
            throw new IOException($"Cannot listen on {address}: {failure.Message}", failure);
        }
    }
}
