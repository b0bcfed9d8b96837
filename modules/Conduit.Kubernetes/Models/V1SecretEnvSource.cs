namespace Conduit.Kubernetes.Models;

public sealed record V1SecretEnvSource
{
    public string? Name { get; init; }

    public bool? Optional { get; init; }
}
