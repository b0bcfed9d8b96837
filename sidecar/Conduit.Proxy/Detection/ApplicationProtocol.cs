namespace Conduit.Proxy.Detection;

/// <summary>What a connection speaks.</summary>
internal enum ApplicationProtocol
{
    /// <summary>Anything that is none of the others; passed through byte by byte.</summary>
    Opaque,

    Http1,

    /// <summary>HTTP/2 with prior knowledge.</summary>
    Http2,

    /// <summary>Begins with a ClientHello; passed through byte by byte.</summary>
    Tls,
}
