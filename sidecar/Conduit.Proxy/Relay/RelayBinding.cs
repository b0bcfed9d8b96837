using System.Net;
using System.Threading.Channels;
using Conduit.Proxy.Transport;
using Microsoft.AspNetCore.Connections;

namespace Conduit.Proxy.Relay;

/// <summary>A listener of the loop as Kestrel sees it: it accepts the connections that the relay leaves to it.</summary>
internal sealed class RelayBinding(EventLoop loop, Listener listener, RelayGate gate, Channel<ConnectionContext> others) : IConnectionListener
{
    public EndPoint EndPoint { get; } = new IPEndPoint(listener.Address.Address, listener.Address.Port);

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) =>
        await others.Reader.WaitToReadAsync(cancellationToken) && others.Reader.TryRead(out var connection) ? connection : null;

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        loop.Post(() =>
        {
            listener.Dispose();
            gate.Drain();
            others.Writer.TryComplete();
        });
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
