namespace Conduit.Grpc;

/// <summary>A stream to write messages to, one after the other.</summary>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>How the next messages are written; null for the call's own options.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Completes when the transport took the message. Only one write may be under way.</summary>
    Task WriteAsync(T message);

    /// <summary>Like <see cref="WriteAsync(T)"/>; cancelling <paramref name="cancellationToken"/> cancels the call.</summary>
    Task WriteAsync(T message, CancellationToken cancellationToken);
}
