namespace Conduit.Kubernetes.Models;

public sealed record V1Namespace : IKubernetesObject
{
    public string? ApiVersion { get; init; }

    public string? Kind { get; init; }

    public V1ObjectMeta? Metadata { get; init; }
}
