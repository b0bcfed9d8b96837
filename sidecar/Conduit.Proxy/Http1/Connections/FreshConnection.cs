using System.Net;
using Conduit.Proxy.Transport;
using Conduit.Proxy.Transport.Timers;

namespace Conduit.Proxy.Http1.Connections;

/// <summary>
/// A connection that was opened before it was known what its client speaks, and so for no request yet. It waits for the first that
/// goes its way.
/// </summary>
internal sealed class FreshConnection : IConnectionHandler
{
    private readonly EndpointPools _pools;
    private readonly LoopTimer _limit;

    public FreshConnection(EndpointPools pools, IPEndPoint address, Connection opened)
    {
        (_pools, Address, Transport) = (pools, address, opened);
        _limit = new LoopTimer(() => opened.Close());
        opened.Handler = this;
        opened.Loop.Timers.Schedule(_limit, pools.Context.Options.UpstreamIdle);
    }

    public IPEndPoint Address { get; }

    public Connection Transport { get; }

    /// <summary>Somebody else is its handler now.</summary>
    public void Leave() => Transport.Loop.Timers.Cancel(_limit);

    public void OnConnected()
    {
    }

    // Whoever speaks without being asked does not speak HTTP/1.
    public void OnReceived(ReadOnlySpan<byte> bytes) => Transport.Close();

    public void OnEnd() => Transport.Close(CloseReason.Ended);

    public void OnDrained()
    {
    }

    public void OnClosed(CloseReason reason)
    {
        Leave();
        _pools.Forget(this);
    }
}
