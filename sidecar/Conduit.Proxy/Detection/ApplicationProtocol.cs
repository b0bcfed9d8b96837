namespace Conduit.Proxy.Detection;

/// <summary>What a connection speaks.</summary>
internal enum ApplicationProtocol
{
    /// <summary>Anything that is not HTTP; passed through byte by byte.</summary>
    Opaque,

    Http1,

    /// <summary>HTTP/2 with prior knowledge.</summary>
    Http2,
}
