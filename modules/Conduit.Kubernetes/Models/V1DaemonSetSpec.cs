namespace Conduit.Kubernetes.Models;

public sealed record V1DaemonSetSpec
{
    public V1PodTemplateSpec? Template { get; init; }
}
