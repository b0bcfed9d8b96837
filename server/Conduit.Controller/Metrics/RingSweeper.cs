namespace Conduit.Controller.Metrics;

/// <summary>Sweeps the ring every ten seconds.</summary>
internal sealed class RingSweeper(TrafficRing ring, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(RingClock.BlockSeconds);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            ring.Sweep();
        }
    }
}
