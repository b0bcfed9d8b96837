namespace Conduit.Kubernetes.Models;

public sealed record V1ContainerStateTerminated
{
    public int? ExitCode { get; init; }

    public string? Reason { get; init; }

    public string? Message { get; init; }
}
