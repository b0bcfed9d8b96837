namespace Conduit.Kubernetes.Models;

public sealed record V1PodTemplateSpec
{
    public V1ObjectMeta? Metadata { get; init; }

    public V1PodSpec? Spec { get; init; }
}
