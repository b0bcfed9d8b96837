namespace Conduit.Kubernetes.Models;

public sealed record V1ContainerStateWaiting
{
    public string? Reason { get; init; }

    public string? Message { get; init; }
}
