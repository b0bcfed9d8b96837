namespace Conduit.Kubernetes.Models;

public sealed record V1EnvVarSource
{
    public V1ConfigMapKeySelector? ConfigMapKeyRef { get; init; }

    public V1ObjectFieldSelector? FieldRef { get; init; }

    public V1SecretKeySelector? SecretKeyRef { get; init; }
}
