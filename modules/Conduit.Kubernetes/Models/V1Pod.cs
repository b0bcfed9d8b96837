namespace Conduit.Kubernetes.Models;

public sealed record V1Pod : IKubernetesObject
{
    public string? ApiVersion { get; init; }

    public string? Kind { get; init; }

    public V1ObjectMeta? Metadata { get; init; }

    public V1PodSpec? Spec { get; init; }

    public V1PodStatus? Status { get; init; }
}
