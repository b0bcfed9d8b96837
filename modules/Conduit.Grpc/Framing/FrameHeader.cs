using System.Buffers;
using System.Buffers.Binary;

namespace Conduit.Grpc.Framing;

/// <summary>What precedes each message: a compressed flag and the length in bytes.</summary>
internal readonly record struct FrameHeader(bool IsCompressed, uint Length)
{
    public const int Size = 5;

    public void Write(Span<byte> target)
    {
        target[0] = IsCompressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32BigEndian(target[1..], Length);
    }

    /// <summary>False while fewer than <see cref="Size"/> bytes are there.</summary>
    /// <exception cref="RpcException">The flag is neither 0 nor 1.</exception>
    public static bool TryRead(in ReadOnlySequence<byte> buffer, out FrameHeader header)
    {
        header = default;
        if (buffer.Length < Size)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[Size];
        buffer.Slice(0, Size).CopyTo(bytes);
        if (bytes[0] > 1)
        {
            throw new RpcException(new Status(StatusCode.Internal, $"Unexpected compressed flag {bytes[0]} in a message's header."));
        }

        header = new FrameHeader(bytes[0] == 1, BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]));
        return true;
    }
}
