namespace Conduit.Grpc;

/// <summary>Wishes for one write.</summary>
[Flags]
public enum WriteFlags
{
    /// <summary>Written and sent at once.</summary>
    None = 0,

    /// <summary>The message may wait for the next write that has no such flag, so that both leave together.</summary>
    BufferHint = 1,

    /// <summary>The message is not compressed even where the call is.</summary>
    NoCompress = 2,
}
