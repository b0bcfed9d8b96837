namespace Conduit.Proxy.Http1.Bodies;

/// <summary>What says where a body ends (RFC 9112 §6.3).</summary>
internal enum BodyKind : byte
{
    None,
    Length,
    Chunked,

    /// <summary>The connection's end.</summary>
    UntilClose,
}
