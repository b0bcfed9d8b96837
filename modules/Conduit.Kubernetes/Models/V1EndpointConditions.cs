namespace Conduit.Kubernetes.Models;

public sealed record V1EndpointConditions
{
    /// <summary>Null counts as true.</summary>
    public bool? Ready { get; init; }

    /// <summary>Ready, even while terminating.</summary>
    public bool? Serving { get; init; }

    public bool? Terminating { get; init; }
}
