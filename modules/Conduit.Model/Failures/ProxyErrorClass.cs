namespace Conduit.Model.Failures;

/// <summary>What kind of failure made the proxy answer in the application's place; the second word of <c>conduit-error</c>.</summary>
public enum ProxyErrorClass
{
    /// <summary>No connection to the endpoint could be made.</summary>
    Connect,

    /// <summary>The endpoint went away, or broke the protocol, before its response was complete.</summary>
    Upstream,

    /// <summary>There is nothing to send the request to.</summary>
    Unavailable,

    /// <summary>Something took longer than it may.</summary>
    Timeout,

    /// <summary>The request would come back to the proxy that sent it.</summary>
    Loop,

    /// <summary>The request breaks the protocol.</summary>
    BadRequest,
}
