namespace Conduit.Kubernetes.Watching;

/// <summary>How the mirror of one kind of object is doing.</summary>
public abstract class WatchState
{
    private volatile string? _fault;

    /// <summary>False until the first list came.</summary>
    public abstract bool HasSynced { get; }

    /// <summary>Why changes do not arrive at the moment; null when they do.</summary>
    public string? Fault
    {
        get => _fault;
        protected set => _fault = value;
    }
}
