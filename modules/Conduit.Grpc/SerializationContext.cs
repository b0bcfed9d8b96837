using System.Buffers;

namespace Conduit.Grpc;

/// <summary>Where a marshaller puts a message's bytes: all at once, or through a writer.</summary>
public abstract class SerializationContext
{
    /// <summary>Hands over the whole message.</summary>
    public abstract void Complete(byte[] payload);

    /// <summary>The transport's buffer; <see cref="Complete()"/> ends the message.</summary>
    public abstract IBufferWriter<byte> GetBufferWriter();

    /// <summary>Announces the size in bytes, so that the buffer is sized once.</summary>
    public abstract void SetPayloadLength(int payloadLength);

    /// <summary>Ends a message that went through <see cref="GetBufferWriter"/>.</summary>
    public abstract void Complete();
}
