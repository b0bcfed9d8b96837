using Conduit.Proxy.Transport.Buffers;

namespace Conduit.Proxy.Transport;

/// <summary>What one loop holds at most.</summary>
internal sealed record LoopLimits
{
    /// <summary>Connections, those to endpoints included. Beyond them none are accepted, and new ones wait with the system.</summary>
    public int Connections { get; init; } = 20_000;

    /// <summary>Bytes that wait to be sent. Beyond them none are accepted either; from half of them on, each connection may have less waiting.</summary>
    public long BufferedBytes { get; init; } = 64 * 1024 * 1024;

    internal int Buffers => (int)(BufferedBytes / BufferPool.BufferLength);
}
