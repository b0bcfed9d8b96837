namespace Conduit.Kubernetes.Models;

public sealed record V1EndpointPort
{
    public string? Name { get; init; }

    public int? Port { get; init; }

    /// <summary>Default TCP.</summary>
    public string? Protocol { get; init; }

    public string? AppProtocol { get; init; }
}
