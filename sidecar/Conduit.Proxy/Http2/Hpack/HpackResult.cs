namespace Conduit.Proxy.Http2.Hpack;

/// <summary>How decoding a header section ended.</summary>
internal enum HpackResult
{
    Decoded,

    /// <summary>Longer than we take. The tables are in step, so only this message is lost.</summary>
    TooLarge,

    /// <summary>Not HPACK. The tables are out of step, so the connection is lost (RFC 9113 §4.3).</summary>
    Broken,
}
