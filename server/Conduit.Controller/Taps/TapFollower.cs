using Conduit.Controller.Cluster;

namespace Conduit.Controller.Taps;

/// <summary>Tells the taps when the cluster changed.</summary>
internal sealed class TapFollower(ClusterStore cluster, TapHub hub) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var snapshot = cluster.Current;

        while (true)
        {
            hub.Rejoin(snapshot);
            snapshot = await cluster.WaitForOtherAsync(snapshot, stoppingToken);
        }
    }
}
