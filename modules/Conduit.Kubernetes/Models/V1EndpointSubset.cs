namespace Conduit.Kubernetes.Models;

/// <summary>Addresses that share the same ports.</summary>
public sealed record V1EndpointSubset
{
    public IReadOnlyList<V1EndpointAddress>? Addresses { get; init; }

    public IReadOnlyList<V1EndpointAddress>? NotReadyAddresses { get; init; }

    public IReadOnlyList<V1EndpointPort>? Ports { get; init; }
}
