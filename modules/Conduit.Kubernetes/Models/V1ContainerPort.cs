namespace Conduit.Kubernetes.Models;

public sealed record V1ContainerPort
{
    public string? Name { get; init; }

    public int? ContainerPort { get; init; }

    /// <summary>Default TCP.</summary>
    public string? Protocol { get; init; }
}
