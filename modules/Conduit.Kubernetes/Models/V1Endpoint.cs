namespace Conduit.Kubernetes.Models;

public sealed record V1Endpoint
{
    public IReadOnlyList<string>? Addresses { get; init; }

    public V1EndpointConditions? Conditions { get; init; }

    public string? Hostname { get; init; }

    public string? NodeName { get; init; }

    /// <summary>The pod, when one stands behind the addresses.</summary>
    public V1ObjectReference? TargetRef { get; init; }
}
