namespace Conduit.Grpc.Client;

/// <summary>The error codes of RST_STREAM (RFC 9113 §7) that gRPC tells apart.</summary>
internal enum Http2Error
{
    StreamClosed = 0x5,
    RefusedStream = 0x7,
    Cancel = 0x8,
    EnhanceYourCalm = 0xb,
    InadequateSecurity = 0xc,
    Http11Required = 0xd,
}
