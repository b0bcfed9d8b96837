namespace Conduit.Kubernetes.Models;

public sealed record V1ReplicationControllerSpec
{
    /// <summary>Default 1.</summary>
    public int? Replicas { get; init; }

    public V1PodTemplateSpec? Template { get; init; }
}
