using System.Buffers;

namespace Conduit.Grpc.Framing;

/// <summary>Cuts a stream of bytes into messages and expands the compressed ones.</summary>
/// <param name="encoding">What the peer named in <c>grpc-encoding</c>.</param>
/// <param name="limit">The largest message in bytes; null for no limit.</param>
/// <param name="unsupported">The status of a message in an encoding that is not known here.</param>
internal sealed class MessageDecoder(string? encoding, int? limit, StatusCode unsupported)
{
    /// <summary>Takes one message off the front of <paramref name="buffer"/>; false while it is not all there.</summary>
    /// <exception cref="RpcException">The bytes break the protocol or a limit.</exception>
    public bool TryDecode(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> message)
    {
        message = default;
        if (!FrameHeader.TryRead(buffer, out var header))
        {
            return false;
        }

        // Judged by the header alone, so that an oversized message is refused before it is buffered.
        if (header.Length > (uint)(limit ?? int.MaxValue))
        {
            throw TooLarge();
        }

        if (buffer.Length < FrameHeader.Size + header.Length)
        {
            return false;
        }

        var payload = buffer.Slice(FrameHeader.Size, header.Length);

        // Some senders flag an empty message as compressed though there is nothing to expand.
        message = header.IsCompressed && !payload.IsEmpty ? Expand(payload) : payload;
        buffer = buffer.Slice(payload.End);
        return true;
    }

    private ReadOnlySequence<byte> Expand(in ReadOnlySequence<byte> payload) => encoding switch
    {
        Headers.GrpcHeader.GzipEncoding => Gzip.TryExpand(payload, limit, out var message) ? message : throw TooLarge(),
        null or Headers.GrpcHeader.IdentityEncoding => throw new RpcException(
            new Status(StatusCode.Internal, "Request did not include grpc-encoding value with compressed message.")),
        _ => throw new RpcException(new Status(unsupported, $"Unsupported grpc-encoding value '{encoding}'. Supported encodings: gzip, identity")),
    };

    private static RpcException TooLarge() =>
        new(new Status(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size."));
}
