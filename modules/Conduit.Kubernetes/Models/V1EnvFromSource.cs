namespace Conduit.Kubernetes.Models;

public sealed record V1EnvFromSource
{
    public string? Prefix { get; init; }

    public V1ConfigMapEnvSource? ConfigMapRef { get; init; }

    public V1SecretEnvSource? SecretRef { get; init; }
}
