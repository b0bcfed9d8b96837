namespace Conduit.Kubernetes.Models;

public sealed record V1ConfigMap : IKubernetesObject
{
    public string? ApiVersion { get; init; }

    public string? Kind { get; init; }

    public V1ObjectMeta? Metadata { get; init; }

    public IReadOnlyDictionary<string, string>? Data { get; init; }
}
