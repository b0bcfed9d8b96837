namespace Conduit.Kubernetes.Models;

public sealed record V1DaemonSet : IKubernetesObject
{
    public string? ApiVersion { get; init; }

    public string? Kind { get; init; }

    public V1ObjectMeta? Metadata { get; init; }

    public V1DaemonSetSpec? Spec { get; init; }

    public V1DaemonSetStatus? Status { get; init; }
}
