namespace Conduit.Controller.Cluster;

/// <summary>Carries what the source reads into the store.</summary>
internal sealed class ClusterFollower(IClusterSource source, ClusterStore store, ILogger<ClusterFollower> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var reading in source.ReadAsync(stoppingToken))
        {
            if (reading.Fault is { } fault)
            {
                Report(fault);
                continue;
            }

            store.Publish(new ClusterSnapshot(reading.State, reading.Token));
            ClusterLog.Read(logger, source.Description, reading.State.Pods.Length, reading.State.Services.Length);
        }
    }

    // A source that stays broken fails at every try; the operator needs one line about it.
    private void Report(string fault)
    {
        if (store.Fault == fault)
        {
            return;
        }

        store.Fail(fault);

        if (store.HasPicture)
        {
            ClusterLog.KeptLast(logger, fault);
        }
        else
        {
            ClusterLog.Waiting(logger, fault);
        }
    }
}
