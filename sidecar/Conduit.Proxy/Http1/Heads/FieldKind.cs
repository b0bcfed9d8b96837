namespace Conduit.Proxy.Http1.Heads;

/// <summary>Fields of a head that mean something to a relay.</summary>
internal enum FieldKind : byte
{
    /// <summary>Passed as it came.</summary>
    Other,
    Connection,
    KeepAlive,
    ProxyConnection,
    Upgrade,
    Http2Settings,
    Te,
    TransferEncoding,
    ContentLength,
    Host,
    Expect,
    UserAgent,
    ConduitError,
}
