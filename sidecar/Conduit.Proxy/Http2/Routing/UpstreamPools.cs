using System.Net;
using Conduit.Proxy.Http2.Connections;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Http2.Routing;

/// <summary>One loop's connections of one direction, by endpoint. Endpoints that are not connected to any more are forgotten now and then.</summary>
internal sealed class UpstreamPools(RelayContext context, TimeSpan connectTimeout, Func<ITransportMeter> meters)
{
    private readonly Dictionary<IPEndPoint, UpstreamPool> _pools = [];
    private int _limit = 64;

    public UpstreamPool Get(IPEndPoint address)
    {
        if (!_pools.TryGetValue(address, out var pool))
        {
            Forget();
            pool = new UpstreamPool(context, address, connectTimeout, meters);
            _pools[address] = pool;
        }

        return pool;
    }

    private void Forget()
    {
        if (_pools.Count < _limit)
        {
            return;
        }

        foreach (var (address, pool) in _pools)
        {
            if (pool.Connections == 0)
            {
                _pools.Remove(address);
            }
        }

        _limit = Math.Max(64, _pools.Count * 2);
    }
}
