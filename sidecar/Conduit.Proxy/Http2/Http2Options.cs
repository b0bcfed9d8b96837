using Conduit.Proxy.Http2.Hpack;

namespace Conduit.Proxy.Http2;

/// <summary>What the relay lets peers do. The same on both sides.</summary>
internal sealed record Http2Options
{
    public HpackLimits Hpack { get; init; } = HpackLimits.Default;

    /// <summary>Streams that a client may have open on one connection.</summary>
    public int MaxStreams { get; init; } = 1000;

    /// <summary>Bytes that a peer may send on a stream before the first of them are forwarded.</summary>
    public int InitialStreamWindow { get; init; } = 64 * 1024;

    /// <summary>Bytes that it may send ahead from then on.</summary>
    public int StreamWindow { get; init; } = 256 * 1024;

    /// <summary>Bytes that a peer may send on one connection before we have taken them.</summary>
    public int ConnectionWindow { get; init; } = 1024 * 1024;

    /// <summary>
    /// Bytes from one connection that may wait for slow readers. Below it the connection's window is given back on receipt, so that one
    /// slow reader does not hold the others up; above it memory counts more.
    /// </summary>
    public long BufferLimit { get; init; } = 16 * 1024 * 1024;

    /// <summary>Bytes of a request that are kept to send it once more elsewhere.</summary>
    public int ReplayLimit { get; init; } = 64 * 1024;

    /// <summary>Connections to one endpoint.</summary>
    public int MaxUpstreamConnections { get; init; } = 64;

    /// <summary>A connection to an endpoint closes after so long without a stream.</summary>
    public TimeSpan UpstreamIdle { get; init; } = TimeSpan.FromSeconds(60);
}
