namespace Conduit.Kubernetes.Models;

/// <summary>One of the three is set.</summary>
public sealed record V1ContainerState
{
    public V1ContainerStateWaiting? Waiting { get; init; }

    public V1ContainerStateRunning? Running { get; init; }

    public V1ContainerStateTerminated? Terminated { get; init; }
}
