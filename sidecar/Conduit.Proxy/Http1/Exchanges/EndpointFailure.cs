namespace Conduit.Proxy.Http1.Exchanges;

/// <summary>Why an endpoint did not answer a request.</summary>
internal enum EndpointFailure
{
    /// <summary>There is no connection; no byte was sent.</summary>
    ConnectFailed,

    /// <summary>The proxy beside it could not reach it, and said so.</summary>
    Unreachable,

    /// <summary>The connection broke, or what came was no HTTP; what had been done by then nobody knows.</summary>
    Broken,
}
