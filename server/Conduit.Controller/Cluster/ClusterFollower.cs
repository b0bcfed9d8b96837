namespace Conduit.Controller.Cluster;

/// <summary>Carries what the source reads into the store.</summary>
internal sealed class ClusterFollower(IClusterSource source, ClusterStore store, ILogger<ClusterFollower> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var reading in source.ReadAsync(stoppingToken))
        {
            if (reading.State is { } state)
            {
                store.Publish(new ClusterSnapshot(state, reading.Token, store.Current));
                ClusterLog.Read(logger, source.Description, state.Pods.Length, state.Services.Length);
            }

            Report(reading.Fault);
        }
    }

    // A source that stays broken fails at every try; the operator needs one line about it.
    private void Report(string? fault)
    {
        if (store.Fault == fault)
        {
            return;
        }

        switch (fault)
        {
            case null:
                ClusterLog.WellAgain(logger, source.Description);
                break;
            case var _ when store.HasPicture:
                ClusterLog.KeptLast(logger, fault);
                break;
            default:
                ClusterLog.Waiting(logger, fault);
                break;
        }

        store.Fault = fault;
    }
}
