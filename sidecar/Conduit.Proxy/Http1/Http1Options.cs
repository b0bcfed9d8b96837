namespace Conduit.Proxy.Http1;

/// <summary>What the relay lets peers do. The same on both sides.</summary>
internal sealed record Http1Options
{
    /// <summary>Bytes of a message's head, its start line included.</summary>
    public int MaxHeadLength { get; init; } = 64 * 1024;

    /// <summary>Fields of a message's head.</summary>
    public int MaxFields { get; init; } = 1000;

    /// <summary>How long a client may take from the first byte of a head to its last.</summary>
    public TimeSpan HeadTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of a request's body that are kept to send it once more.</summary>
    public int ReplayLimit { get; init; } = 64 * 1024;

    /// <summary>A connection to an endpoint closes after so long without a request.</summary>
    public TimeSpan UpstreamIdle { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Connections to one endpoint that are kept open for one host while no request needs them.</summary>
    public int MaxIdle { get; init; } = 256;

    /// <summary>
    /// An endpoint that closes a connection which it had served on is taken to have closed it for idleness, and not to have seen the
    /// request, when it does so within this time of it. Only requests that are not idempotent ask; others are sent again in any case.
    /// </summary>
    public TimeSpan StaleWithin { get; init; } = TimeSpan.FromMilliseconds(250);
}
