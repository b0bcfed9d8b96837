namespace Conduit.Controller.Web.Streams;

/// <summary>
/// The event streams that are open, of which there may be so many: forgotten ones must not use up the controller. Each lasts until its
/// client has gone or the controller stops.
/// </summary>
internal sealed class EventStreams(IHostApplicationLifetime lifetime)
{
    /// <summary>Each page that is looked at has one, and one more while it taps.</summary>
    public const int Most = 128;

    private int _open;

    public int Open => Volatile.Read(ref _open);

    public async Task RunAsync(HttpContext context, Func<EventStream, CancellationToken, Task> send)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);

        try
        {
            if (Interlocked.Increment(ref _open) > Most)
            {
                throw WebFault.TooManyStreams();
            }

            await send(new EventStream(context.Response), ending.Token);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The client comes back when there is a controller again.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}
