namespace Conduit.Proxy.Http1.Heads;

/// <summary>How a request names its target (RFC 9112 §3.2).</summary>
internal enum TargetForm : byte
{
    /// <summary>Path and query.</summary>
    Origin,

    /// <summary>A whole URI.</summary>
    Absolute,

    /// <summary>Host and port, for CONNECT only.</summary>
    Authority,

    /// <summary>The server itself, for OPTIONS only.</summary>
    Asterisk,
}
