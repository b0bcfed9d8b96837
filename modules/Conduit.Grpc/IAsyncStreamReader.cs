namespace Conduit.Grpc;

/// <summary>Messages as they arrive.</summary>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message that the last <see cref="MoveNext"/> brought.</summary>
    T Current { get; }

    /// <summary>Waits for the next message; false at the end. Cancelling <paramref name="cancellationToken"/> cancels the call.</summary>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}
