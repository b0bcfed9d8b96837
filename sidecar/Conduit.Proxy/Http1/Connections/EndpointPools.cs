using System.Net;
using Conduit.Proxy.Transport;
using Conduit.Proxy.Transport.Timers;

namespace Conduit.Proxy.Http1.Connections;

/// <summary>One loop's connections of one direction, by endpoint and host. Those that are idle for long are closed.</summary>
internal sealed class EndpointPools
{
    private readonly Dictionary<(IPEndPoint Address, string Host), EndpointPool> _pools = [];
    private readonly List<FreshConnection> _fresh = [];
    private readonly TimeSpan _connectTimeout;
    private readonly Func<ITransportMeter> _meters;
    private readonly TimeProvider _time;
    private readonly LoopTimer _sweep;

    public EndpointPools(Http1Context context, TimeSpan connectTimeout, Func<ITransportMeter> meters, TimeProvider time)
    {
        Context = context;
        _connectTimeout = connectTimeout;
        _meters = meters;
        _time = time;
        _sweep = new LoopTimer(Sweep);
    }

    public Http1Context Context { get; }

    public Connection Connect(IPEndPoint address, IConnectionHandler handler)
    {
        var opened = Context.Loop.Connect(address, _connectTimeout, handler);
        opened.Meter = _meters();
        return opened;
    }

    /// <summary>Takes over a connection that leads to an endpoint and was opened for something else.</summary>
    public void Adopt(IPEndPoint address, Connection opened) => _fresh.Add(new FreshConnection(this, address, opened));

    /// <summary>A connection to the endpoint that nothing was sent on; null when there is none.</summary>
    public FreshConnection? TakeFresh(IPEndPoint address)
    {
        var fresh = _fresh.Find(connection => connection.Address.Equals(address) && !connection.Transport.IsClosed);

        if (fresh is not null)
        {
            Forget(fresh);
            fresh.Leave();
        }

        return fresh;
    }

    public void Forget(FreshConnection connection) => _fresh.Remove(connection);

    public EndpointPool Get(IPEndPoint address, string host)
    {
        if (!_pools.TryGetValue((address, host), out var pool))
        {
            pool = new EndpointPool(this, address, host);
            _pools.Add((address, host), pool);
        }

        return pool;
    }

    /// <summary>Keeps a connection for the next request of its host, or closes it.</summary>
    public void Keep(EndpointPool pool, EndpointConnection connection)
    {
        connection.IdleSince = Context.Loop.Now;

        // Requests that name no host may mean anyone, so nothing says that two of them belong together.
        if (pool.Host.Length == 0 || !pool.TryKeep(connection))
        {
            connection.Transport.Close();
        }
        else if (!_sweep.IsScheduled)
        {
            Context.Loop.Timers.Schedule(_sweep, Context.Options.UpstreamIdle);
        }
    }

    public void Remove(EndpointPool pool, EndpointConnection connection)
    {
        pool.Remove(connection);

        if (pool.IsEmpty)
        {
            _pools.Remove((pool.Address, pool.Host));
        }
    }

    private void Sweep()
    {
        var since = Context.Loop.Now - (long)(Context.Options.UpstreamIdle.TotalSeconds * _time.TimestampFrequency);

        foreach (var pool in _pools.Values)
        {
            pool.CloseIdle(since);
        }

        // Looking twice as often as anything can become due closes nothing later than half a period after its time.
        if (_pools.Values.Any(pool => pool.HasIdle))
        {
            Context.Loop.Timers.Schedule(_sweep, Context.Options.UpstreamIdle / 2);
        }
    }
}
