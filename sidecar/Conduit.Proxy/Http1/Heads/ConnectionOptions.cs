namespace Conduit.Proxy.Http1.Heads;

/// <summary>What the <c>Connection</c> fields of a head say (RFC 9110 §7.6.1).</summary>
[Flags]
internal enum ConnectionOptions
{
    None = 0,
    Close = 1,
    KeepAlive = 2,
    Upgrade = 4,

    /// <summary>They name other fields, which end here as well.</summary>
    Named = 8,
}
