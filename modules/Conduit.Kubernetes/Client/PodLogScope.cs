namespace Conduit.Kubernetes.Client;

/// <summary>Which of a container's log lines.</summary>
public sealed record PodLogScope
{
    /// <summary>Null where the pod has only one.</summary>
    public string? Container { get; init; }

    /// <summary>True to go on with lines as they come; default false.</summary>
    public bool Follow { get; init; }

    /// <summary>True for the container's run before the current one; default false.</summary>
    public bool Previous { get; init; }

    /// <summary>Only so many of the last lines; null for all.</summary>
    public int? TailLines { get; init; }
}
