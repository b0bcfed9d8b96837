using System.Buffers;

namespace Conduit.Grpc.Framing;

/// <summary>One received message, for the marshaller.</summary>
internal sealed class MessagePayload(ReadOnlySequence<byte> payload) : DeserializationContext
{
    public override int PayloadLength => (int)payload.Length;

    public override byte[] PayloadAsNewBuffer() => payload.ToArray();

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => payload;
}
