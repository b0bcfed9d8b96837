namespace Conduit.Kubernetes.Models;

public sealed record V1ConfigMapEnvSource
{
    public string? Name { get; init; }

    public bool? Optional { get; init; }
}
