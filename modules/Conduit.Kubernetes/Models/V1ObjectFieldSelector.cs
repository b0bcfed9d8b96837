namespace Conduit.Kubernetes.Models;

public sealed record V1ObjectFieldSelector
{
    public string? FieldPath { get; init; }
}
