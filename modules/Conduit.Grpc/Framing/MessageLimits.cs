namespace Conduit.Grpc.Framing;

/// <summary>The largest message in bytes, before compression; null for no limit.</summary>
internal readonly record struct MessageLimits(int? Receive, int? Send)
{
    public const int DefaultReceive = 4 * 1024 * 1024;
}
