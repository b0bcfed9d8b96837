namespace Conduit.Kubernetes.Models;

/// <summary>How the API server answers when there is nothing else to answer with, failures above all.</summary>
public sealed record V1Status
{
    /// <summary>Success or Failure.</summary>
    public string? Status { get; init; }

    public string? Message { get; init; }

    /// <summary>One word, such as NotFound.</summary>
    public string? Reason { get; init; }

    /// <summary>The HTTP status.</summary>
    public int? Code { get; init; }

    public V1StatusDetails? Details { get; init; }
}
