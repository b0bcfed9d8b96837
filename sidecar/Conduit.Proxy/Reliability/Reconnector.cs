using Conduit.Grpc;

namespace Conduit.Proxy.Reliability;

/// <summary>Keeps a session with the controller going: when one ends, the next begins after a pause that grows while they do not last.</summary>
internal sealed class Reconnector(TimeProvider time, Random random, ILogger<Reconnector> logger)
{
    private static readonly Backoff Pause = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(3));
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(10);

    /// <param name="what">What the session is about, for the log.</param>
    /// <param name="session">Runs until its stream ends, in whatever way.</param>
    /// <param name="cancellationToken">Ends it all, quietly.</param>
    public async Task RunAsync(string what, Func<CancellationToken, Task> session, CancellationToken cancellationToken)
    {
        var failures = 0;

        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                var startedAt = time.GetTimestamp();
                await RunOnceAsync(what, session, cancellationToken);
                failures = time.GetElapsedTime(startedAt) > Lasting ? 1 : failures + 1;
                await Task.Delay(Pause.Delay(failures, random), time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Nobody needs it any more.
        }
    }

    private async Task RunOnceAsync(string what, Func<CancellationToken, Task> session, CancellationToken cancellationToken)
    {
        try
        {
            await session(cancellationToken);
        }
        catch (RpcException failure)
        {
            ReliabilityLog.Lost(logger, what, failure.Status.Detail);
        }
        catch (InvalidOperationException failure)
        {
            // A message was written just as the controller ended the stream in good order.
            ReliabilityLog.Lost(logger, what, failure.Message);
        }
    }
}
