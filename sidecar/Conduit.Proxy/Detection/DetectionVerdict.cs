namespace Conduit.Proxy.Detection;

/// <summary>What detection found, and how.</summary>
internal enum DetectionVerdict
{
    Http1,

    Http2,

    Tls,

    /// <summary>The client spoke, but nothing that is known.</summary>
    Opaque,

    /// <summary>It went to a port that is not looked into.</summary>
    OpaquePort,

    /// <summary>The server spoke before the client did.</summary>
    ServerFirst,

    /// <summary>Too little was said for too long.</summary>
    TimedOut,
}
