using System.IO.Compression;

namespace Conduit.Grpc.Framing;

/// <summary>Turns messages into frames.</summary>
/// <param name="marshaller">How a message becomes bytes.</param>
/// <param name="limit">The largest message in bytes, before compression; null for no limit.</param>
/// <param name="compression">The level of gzip; null sends messages as they are.</param>
internal sealed class MessageEncoder<T>(Marshaller<T> marshaller, int? limit, CompressionLevel? compression)
{
    /// <summary>The frame of one message; whoever wrote it disposes the buffer.</summary>
    /// <exception cref="RpcException">The message passes the limit.</exception>
    public FrameBuffer Encode(T message, WriteOptions? options, out ReadOnlyMemory<byte> frame)
    {
        var buffer = new FrameBuffer();
        marshaller.ContextualSerializer(message, buffer);
        if (buffer.Payload.Length > (limit ?? int.MaxValue))
        {
            throw new RpcException(new Status(StatusCode.ResourceExhausted, "Sending message exceeds the maximum configured message size."));
        }

        // An empty message would only grow; besides, the gzip stream makes nothing of nothing.
        var isPlain = compression is null
            || buffer.Payload.IsEmpty
            || (options is not null && options.Flags.HasFlag(WriteFlags.NoCompress));
        if (isPlain)
        {
            frame = buffer.Seal(isCompressed: false);
            return buffer;
        }

        using (buffer)
        {
            var compressed = Compress(buffer.Payload, compression!.Value);
            frame = compressed.Seal(isCompressed: true);
            return compressed;
        }
    }

    private static FrameBuffer Compress(ReadOnlyMemory<byte> payload, CompressionLevel level)
    {
        var buffer = new FrameBuffer();
        using var target = new MemoryStream();
        Gzip.Compress(payload, level, target);
        buffer.Complete(target.ToArray());
        return buffer;
    }
}
