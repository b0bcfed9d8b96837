namespace Conduit.Kubernetes.Models;

public sealed record V1SubjectAccessReviewStatus
{
    public bool? Allowed { get; init; }

    public string? Reason { get; init; }

    public string? EvaluationError { get; init; }
}
