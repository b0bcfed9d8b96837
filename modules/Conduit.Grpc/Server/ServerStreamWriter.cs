using Conduit.Grpc.Framing;

namespace Conduit.Grpc.Server;

/// <summary>The responses of a call.</summary>
internal sealed class ServerStreamWriter<TResponse>(MessageEncoder<TResponse> encoder, HttpServerCallContext context) : IServerStreamWriter<TResponse>
{
    private int _isWriting;

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(TResponse message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(TResponse message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (Interlocked.Exchange(ref _isWriting, 1) != 0)
        {
            throw new InvalidOperationException("Can't write the message because the previous write is in progress.");
        }

        try
        {
            var options = WriteOptions ?? context.WriteOptions;
            var flush = options is null || !options.Flags.HasFlag(WriteFlags.BufferHint);
            using var registration = context.CancelWith(cancellationToken);
            using var buffer = encoder.Encode(message, options, out var frame);
            await context.WriteAsync(frame, flush, context.CancellationToken);
        }
        finally
        {
            Volatile.Write(ref _isWriting, 0);
        }
    }
}
