namespace Conduit.Kubernetes.Models;

public sealed record V1DaemonSetStatus
{
    /// <summary>Pods that it asks for: one on each node that fits.</summary>
    public int? DesiredNumberScheduled { get; init; }

    public int? NumberReady { get; init; }
}
