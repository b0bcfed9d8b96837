using Conduit.Proxy.Balancing;

namespace Conduit.Proxy.Tcp;

/// <summary>
/// One connection's hold on an endpoint, from its choice to its end: endpoints are measured by how fast they take connections and how
/// many they have.
/// </summary>
internal sealed class TcpLease
{
    // Below it the differences are the network's noise, and would outweigh the number of connections.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly Endpoint _endpoint;
    private readonly TimeProvider _time;
    private readonly long _startedAt;

    public TcpLease(Endpoint endpoint, TimeProvider time)
    {
        _endpoint = endpoint;
        _time = time;
        _startedAt = time.GetTimestamp();
        endpoint.Load.Begin();
    }

    public void Connected()
    {
        var lasted = _time.GetElapsedTime(_startedAt);
        _endpoint.Load.Observe(lasted > Shortest ? lasted : Shortest);
        _endpoint.Health.Succeeded();
    }

    public void End() => _endpoint.Load.End();
}
