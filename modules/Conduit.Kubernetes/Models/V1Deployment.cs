namespace Conduit.Kubernetes.Models;

public sealed record V1Deployment : IKubernetesObject
{
    public string? ApiVersion { get; init; }

    public string? Kind { get; init; }

    public V1ObjectMeta? Metadata { get; init; }

    public V1DeploymentSpec? Spec { get; init; }

    public V1DeploymentStatus? Status { get; init; }
}
