namespace Conduit.Kubernetes.Models;

public sealed record V1ConfigMapKeySelector
{
    public string? Name { get; init; }

    public string? Key { get; init; }

    public bool? Optional { get; init; }
}
