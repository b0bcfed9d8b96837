namespace Conduit.Controller.Cluster;

/// <summary>The picture that holds now. One writer, the follower; any number of readers, who can wait for the next one.</summary>
internal sealed class ClusterStore
{
    private volatile Moment _moment = new(ClusterSnapshot.Empty);
    private volatile string? _fault;

    public ClusterSnapshot Current => _moment.Snapshot;

    /// <summary>False until the first picture came.</summary>
    public bool HasPicture => Current != ClusterSnapshot.Empty;

    /// <summary>Why the source cannot be read at the moment; null when all is well.</summary>
    public string? Fault
    {
        get => _fault;
        set => _fault = value;
    }

    public void Publish(ClusterSnapshot snapshot)
    {
        var last = _moment;
        _moment = new Moment(snapshot);
        last.Replaced.TrySetResult();
    }

    /// <summary>The current picture, once it is another one than <paramref name="seen"/>.</summary>
    public async Task<ClusterSnapshot> WaitForOtherAsync(ClusterSnapshot seen, CancellationToken cancellationToken)
    {
        var moment = _moment;

        if (moment.Snapshot == seen)
        {
            await moment.Replaced.Task.WaitAsync(cancellationToken);
        }

        return Current;
    }

    private sealed record Moment(ClusterSnapshot Snapshot)
    {
        public TaskCompletionSource Replaced { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
