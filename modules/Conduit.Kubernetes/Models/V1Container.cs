namespace Conduit.Kubernetes.Models;

public sealed record V1Container
{
    public string? Name { get; init; }

    public string? Image { get; init; }

    public IReadOnlyList<string>? Command { get; init; }

    public IReadOnlyList<string>? Args { get; init; }

    public IReadOnlyList<V1EnvVar>? Env { get; init; }

    public IReadOnlyList<V1EnvFromSource>? EnvFrom { get; init; }

    public IReadOnlyList<V1ContainerPort>? Ports { get; init; }

    /// <summary>Always for a sidecar among the init containers; else null.</summary>
    public string? RestartPolicy { get; init; }
}
