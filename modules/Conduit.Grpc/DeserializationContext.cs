using System.Buffers;

namespace Conduit.Grpc;

/// <summary>The bytes of one message; they are gone when the marshaller returns.</summary>
public abstract class DeserializationContext
{
    /// <summary>The message's size in bytes.</summary>
    public abstract int PayloadLength { get; }

    /// <summary>A copy of the bytes.</summary>
    public abstract byte[] PayloadAsNewBuffer();

    /// <summary>The bytes in the transport's own buffer.</summary>
    public abstract ReadOnlySequence<byte> PayloadAsReadOnlySequence();
}
