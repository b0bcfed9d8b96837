namespace Conduit.Kubernetes.Models;

public sealed record V1PodReadinessGate
{
    public string? ConditionType { get; init; }
}
