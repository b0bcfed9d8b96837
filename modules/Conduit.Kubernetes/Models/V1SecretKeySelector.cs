namespace Conduit.Kubernetes.Models;

public sealed record V1SecretKeySelector
{
    public string? Name { get; init; }

    public string? Key { get; init; }

    public bool? Optional { get; init; }
}
