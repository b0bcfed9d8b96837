namespace Conduit.Proxy.Http2.Streams;

/// <summary>Why an endpoint did not answer a request.</summary>
internal enum UpstreamFailure
{
    /// <summary>There is no connection; no byte was sent.</summary>
    ConnectFailed,

    /// <summary>It said REFUSED_STREAM: it did nothing with it (RFC 9113 §8.7).</summary>
    Refused,

    /// <summary>It said GOAWAY before it looked at the stream. Another connection to it may well do.</summary>
    GoneAway,

    /// <summary>The connection broke, and what had been done by then nobody knows.</summary>
    Broken,

    /// <summary>As many connections as are allowed carry as many streams as they may.</summary>
    Exhausted,
}
