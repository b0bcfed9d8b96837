namespace Conduit.Kubernetes.Models;

public sealed record V1DeploymentStatus
{
    public int? Replicas { get; init; }

    public int? ReadyReplicas { get; init; }

    public int? UpdatedReplicas { get; init; }
}
