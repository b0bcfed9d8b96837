namespace Conduit.Kubernetes.Models;

/// <summary>An object of a kind that we do not read any further.</summary>
public sealed record KubernetesObject : IKubernetesObject
{
    public string? ApiVersion { get; init; }

    public string? Kind { get; init; }

    public V1ObjectMeta? Metadata { get; init; }
}
