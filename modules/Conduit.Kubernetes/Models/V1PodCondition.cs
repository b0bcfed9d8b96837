namespace Conduit.Kubernetes.Models;

public sealed record V1PodCondition
{
    public string? Type { get; init; }

    /// <summary>True, False or Unknown.</summary>
    public string? Status { get; init; }

    public string? Reason { get; init; }

    public string? Message { get; init; }
}
