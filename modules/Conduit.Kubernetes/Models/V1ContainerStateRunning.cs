namespace Conduit.Kubernetes.Models;

public sealed record V1ContainerStateRunning
{
    public DateTimeOffset? StartedAt { get; init; }
}
