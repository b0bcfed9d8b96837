namespace Conduit.Kubernetes.Models;

public sealed record V1JobSpec
{
    /// <summary>Pods at a time; default 1.</summary>
    public int? Parallelism { get; init; }

    public V1PodTemplateSpec? Template { get; init; }
}
