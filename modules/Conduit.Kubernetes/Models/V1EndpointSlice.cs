namespace Conduit.Kubernetes.Models;

/// <summary>A part of a service's endpoints. The service's name is the label <c>kubernetes.io/service-name</c>.</summary>
public sealed record V1EndpointSlice : IKubernetesObject
{
    public string? ApiVersion { get; init; }

    public string? Kind { get; init; }

    public V1ObjectMeta? Metadata { get; init; }

    /// <summary>IPv4, IPv6 or FQDN.</summary>
    public string? AddressType { get; init; }

    public IReadOnlyList<V1Endpoint>? Endpoints { get; init; }

    public IReadOnlyList<V1EndpointPort>? Ports { get; init; }
}
