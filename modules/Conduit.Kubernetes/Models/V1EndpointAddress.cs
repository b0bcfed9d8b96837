namespace Conduit.Kubernetes.Models;

public sealed record V1EndpointAddress
{
    public string? Ip { get; init; }

    public string? Hostname { get; init; }

    public string? NodeName { get; init; }

    /// <summary>The pod, when one stands behind the address.</summary>
    public V1ObjectReference? TargetRef { get; init; }
}
