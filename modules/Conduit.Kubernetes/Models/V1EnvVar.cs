namespace Conduit.Kubernetes.Models;

public sealed record V1EnvVar
{
    public string? Name { get; init; }

    public string? Value { get; init; }

    public V1EnvVarSource? ValueFrom { get; init; }
}
