using System.Net;

namespace Conduit.Proxy.Http1.Connections;

/// <summary>One loop's connections to one endpoint for one host. Requests of other hosts never share one.</summary>
internal sealed class EndpointPool(EndpointPools pools, IPEndPoint address, string host)
{
    // The one that was used last is the one whose peer is least likely to have given it up.
    private readonly List<EndpointConnection> _idle = [];
    private int _connections;

    public IPEndPoint Address { get; } = address;

    public string Host { get; } = host;

    public bool IsEmpty => _connections == 0;

    public bool HasIdle => _idle.Count > 0;

    /// <summary>An idle connection, or a new one.</summary>
    public EndpointConnection Take()
    {
        while (_idle.Count > 0)
        {
            var last = _idle[^1];
            _idle.RemoveAt(_idle.Count - 1);

            if (!last.Transport.IsClosed)
            {
                return last;
            }
        }

        return Open();
    }

    public EndpointConnection Open()
    {
        _connections++;
        return new EndpointConnection(pools, this, pools.TakeFresh(Address));
    }

    /// <summary>False when enough connections wait already.</summary>
    public bool TryKeep(EndpointConnection connection)
    {
        if (_idle.Count >= pools.Context.Options.MaxIdle)
        {
            return false;
        }

        _idle.Add(connection);
        return true;
    }

    public void Remove(EndpointConnection connection)
    {
        _connections--;
        _idle.Remove(connection);
    }

    /// <summary>Closes what has been idle since before a timestamp.</summary>
    public void CloseIdle(long since)
    {
        foreach (var connection in _idle)
        {
            if (connection.IdleSince <= since)
            {
                connection.Transport.Close();
            }
        }
    }
}
