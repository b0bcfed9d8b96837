namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>The error codes of HTTP/2 that the proxy sends itself (RFC 9113 §7).</summary>
internal static class Http2ErrorCode
{
    public const int NoError = 0;
    public const int InternalError = 2;
    public const int RefusedStream = 7;
    public const int Cancel = 8;
}
