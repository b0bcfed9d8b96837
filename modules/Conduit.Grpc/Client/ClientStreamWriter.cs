using Conduit.Grpc.Framing;

namespace Conduit.Grpc.Client;

/// <summary>The requests of a call.</summary>
internal sealed class ClientStreamWriter<TRequest>(
    CallCompletion call, RequestStreamContent content, MessageEncoder<TRequest> encoder, WriteOptions? defaults) : IClientStreamWriter<TRequest>
{
    private int _isWriting;
    private bool _isComplete;

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        call.ThrowIfEnded();
        Begin();
        using var registration = call.CancelWith(cancellationToken);
        try
        {
            await SendAsync(message);
        }
        catch (Exception failure)
        {
            throw await call.FailWriteAsync(failure);
        }
        finally
        {
            Volatile.Write(ref _isWriting, 0);
        }
    }

    public Task CompleteAsync()
    {
        Begin();
        _isComplete = true;
        content.Complete();
        Volatile.Write(ref _isWriting, 0);
        return Task.CompletedTask;
    }

    private async Task SendAsync(TRequest message)
    {
        var options = WriteOptions ?? defaults;
        var stream = await content.OpenAsync();
        var buffer = encoder.Encode(message, options, out var frame);

        await stream.WriteAsync(frame, call.Ended);
        if (options is null || !options.Flags.HasFlag(WriteFlags.BufferHint))
        {
            await stream.FlushAsync(call.Ended);
        }

        // Not in a finally: a write that was given up may still hold the memory.
        buffer.Dispose();
    }

    private void Begin()
    {
        if (Interlocked.Exchange(ref _isWriting, 1) != 0)
        {
            throw new InvalidOperationException("Can't write the message because the previous write is in progress.");
        }

        if (_isComplete)
        {
            Volatile.Write(ref _isWriting, 0);
            throw new InvalidOperationException("Request stream has already been completed.");
        }
    }
}
