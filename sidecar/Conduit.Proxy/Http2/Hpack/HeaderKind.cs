namespace Conduit.Proxy.Http2.Hpack;

/// <summary>What a field means to the relay; found once, when the field is first seen, and kept in the tables.</summary>
internal enum HeaderKind : byte
{
    Other,

    Method,
    Scheme,
    Authority,
    Path,

    /// <summary><c>:protocol</c> of RFC 8441.</summary>
    Protocol,
    Status,

    Te,
    ContentType,
    ContentLength,
    GrpcStatus,

    /// <summary>Names a person or a session; kept out of the tables.</summary>
    Secret,

    /// <summary>Nearly always a new value, so that indexing it only drives out others.</summary>
    Volatile,

    /// <summary>Must not be in an HTTP/2 message: a name or value with forbidden bytes, or one that belongs to a connection of HTTP/1.</summary>
    Forbidden,
}
