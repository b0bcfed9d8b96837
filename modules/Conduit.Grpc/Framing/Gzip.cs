using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace Conduit.Grpc.Framing;

/// <summary>The one message encoding that both sides know beside identity.</summary>
internal static class Gzip
{
    private const int ChunkSize = 16 * 1024;
    private const int TrailerLengthSize = 4;

    public static void Compress(ReadOnlyMemory<byte> payload, CompressionLevel level, Stream target)
    {
        using var gzip = new GZipStream(target, level, leaveOpen: true);
        gzip.Write(payload.Span);
    }

    /// <summary>False as soon as the expanded message passes <paramref name="limit"/>, so that a small bomb stays small.</summary>
    /// <exception cref="RpcException">The bytes are not gzip.</exception>
    public static bool TryExpand(in ReadOnlySequence<byte> payload, int? limit, out ReadOnlySequence<byte> message)
    {
        var expanded = new ArrayBufferWriter<byte>(ChunkSize);
        using var gzip = new GZipStream(new MemoryStream(payload.ToArray(), writable: false), CompressionMode.Decompress);
        try
        {
            while (gzip.Read(expanded.GetSpan(ChunkSize)) is > 0 and var read)
            {
                expanded.Advance(read);
                if (expanded.WrittenCount > (limit ?? int.MaxValue))
                {
                    message = default;
                    return false;
                }
            }
        }
        catch (InvalidDataException failure)
        {
            throw Invalid(failure);
        }

        // The stream takes a cut-off input for its end; the length at the end of gzip (RFC 1952 §2.3.1) tells.
        if (payload.Length < TrailerLengthSize || ReadTrailerLength(payload) != (uint)expanded.WrittenCount)
        {
            throw Invalid(null);
        }

        message = new ReadOnlySequence<byte>(expanded.WrittenMemory);
        return true;
    }

    private static uint ReadTrailerLength(in ReadOnlySequence<byte> payload)
    {
        Span<byte> length = stackalloc byte[TrailerLengthSize];
        payload.Slice(payload.Length - TrailerLengthSize).CopyTo(length);
        return BinaryPrimitives.ReadUInt32LittleEndian(length);
    }

    private static RpcException Invalid(Exception? cause) => new(new Status(StatusCode.Internal, "The message is no valid gzip.", cause));
}
