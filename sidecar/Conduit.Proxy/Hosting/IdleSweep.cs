namespace Conduit.Proxy.Hosting;

/// <summary>Asks everything that holds idle things to drop them, every few seconds.</summary>
internal sealed class IdleSweep(IEnumerable<IIdleHolder> holders, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);

        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                foreach (var holder in holders)
                {
                    holder.DropIdle();
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The proxy ends.
        }
    }
}
