using System.Net;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Http2.Connections;

/// <summary>One loop's connections to one endpoint: usually one, more while its streams are all taken.</summary>
internal sealed class UpstreamPool(RelayContext context, IPEndPoint address, TimeSpan connectTimeout, Func<ITransportMeter>? meters = null)
{
    private readonly List<UpstreamConnection> _connections = [];

    public IPEndPoint Address { get; } = address;

    public TimeSpan ConnectTimeout { get; } = connectTimeout;

    public int Connections => _connections.Count;

    /// <summary>A connection that takes one more stream; null when there may be no more connections.</summary>
    public UpstreamConnection? Take()
    {
        if (FindOpen(mayBeHeldUp: false) is { } open)
        {
            return open;
        }

        if (_connections.Count >= context.Options.MaxUpstreamConnections)
        {
            return FindOpen(mayBeHeldUp: true);
        }

        var opened = new UpstreamConnection(context, this);
        opened.Transport.Meter = meters?.Invoke();
        _connections.Add(opened);
        return opened;
    }

    /// <summary>Takes over a connection that leads to the same endpoint, or closes it when there is one already.</summary>
    /// <param name="opened">Nobody else uses it any more.</param>
    /// <param name="early">What the endpoint has said on it already.</param>
    public void Adopt(Connection opened, ReadOnlySpan<byte> early)
    {
        if (FindOpen(mayBeHeldUp: false) is not null)
        {
            opened.Close();
            return;
        }

        var adopted = new UpstreamConnection(context, this, opened);
        _connections.Add(adopted);
        adopted.OnReceived(early);
        opened.ResumeReading();
    }

    public void Remove(UpstreamConnection connection) => _connections.Remove(connection);

    /// <summary>The endpoint is no more; what is under way may end.</summary>
    public void Drain()
    {
        foreach (var connection in _connections.ToArray())
        {
            connection.Drain();
        }
    }

    private UpstreamConnection? FindOpen(bool mayBeHeldUp)
    {
        foreach (var connection in _connections)
        {
            if (connection.IsOpen && !connection.Transport.IsClosed && (mayBeHeldUp || !connection.IsHeldUp))
            {
                return connection;
            }
        }

        return null;
    }
}
