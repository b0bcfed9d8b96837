namespace Conduit.Kubernetes.Models;

public sealed record V1StatusDetails
{
    public string? Name { get; init; }

    public string? Kind { get; init; }

    public int? RetryAfterSeconds { get; init; }
}
