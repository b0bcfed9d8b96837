using System.Collections.Concurrent;
using Conduit.Grpc;

namespace Conduit.Controller.Calls;

/// <summary>Runs the calls that last until somebody ends them: their client, or the controller that stops.</summary>
internal sealed class LongCalls(IHostApplicationLifetime lifetime)
{
    private readonly ConcurrentDictionary<string, int> _running = new();

    /// <summary>How many calls of that method run now.</summary>
    public int CountOf(string method) => _running.GetValueOrDefault(method);

    public async Task RunAsync(ServerCallContext context, Func<CancellationToken, Task> handle)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        _running.AddOrUpdate(context.Method, 1, (_, count) => count + 1);

        try
        {
            // The headers go out at once, so that a client knows that it was let in before there is anything to say.
            await context.WriteResponseHeadersAsync(Metadata.Empty);
            await handle(ending.Token);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "The controller is shutting down."));
        }
        finally
        {
            _running.AddOrUpdate(context.Method, 0, (_, count) => count - 1);
        }
    }
}
