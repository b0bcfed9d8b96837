namespace Conduit.Operations.Dev.Running;

/// <summary>Says whether a process that runs can be used yet.</summary>
internal abstract class ReadinessProbe
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <param name="running">How long the process has been running.</param>
    /// <param name="cancellationToken">Cancelled when nobody wants to know any more.</param>
    public async Task<bool> IsReadyAsync(TimeSpan running, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Limit);

        try
        {
            return await CheckAsync(running, limited.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    protected abstract Task<bool> CheckAsync(TimeSpan running, CancellationToken cancellationToken);
}
