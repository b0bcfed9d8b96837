using System.IO.Pipelines;

namespace Conduit.Grpc.Framing;

/// <summary>Reads messages from whatever pipe a transport brings.</summary>
internal sealed class MessageReader<T>(PipeReader pipe, MessageDecoder decoder, Marshaller<T> marshaller)
    where T : class
{
    /// <summary>The next message, or null at the end of the stream.</summary>
    /// <exception cref="RpcException">The bytes break the protocol or a limit, or end within a message.</exception>
    public async ValueTask<T?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await pipe.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            var examined = buffer.End;
            try
            {
                if (decoder.TryDecode(ref buffer, out var message))
                {
                    examined = buffer.Start;
                    return marshaller.ContextualDeserializer(new MessagePayload(message));
                }

                if (result.IsCompleted)
                {
                    return buffer.IsEmpty ? null : throw new RpcException(new Status(StatusCode.Internal, "Incomplete message."));
                }
            }
            finally
            {
                pipe.AdvanceTo(buffer.Start, examined);
            }
        }
    }

    /// <summary>The only message of a call whose shape allows one.</summary>
    /// <exception cref="RpcException">There is none, or a second one.</exception>
    public async ValueTask<T> ReadSingleAsync(CancellationToken cancellationToken)
    {
        var message = await ReadAsync(cancellationToken)
            ?? throw new RpcException(new Status(StatusCode.Internal, "Incomplete message."));
        return await ReadAsync(cancellationToken) is null
            ? message
            : throw new RpcException(new Status(StatusCode.Internal, "Additional data after the message received."));
    }
}
