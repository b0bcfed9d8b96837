namespace Conduit.Kubernetes.Models;

public sealed record V1OwnerReference
{
    public string? ApiVersion { get; init; }

    public string? Kind { get; init; }

    public string? Name { get; init; }

    public string? Uid { get; init; }

    /// <summary>True for the one owner that manages the object.</summary>
    public bool? Controller { get; init; }
}
