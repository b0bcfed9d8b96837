namespace Conduit.Model.Cluster;

/// <summary>An address behind a service's port.</summary>
/// <param name="Ready">Whether it wants traffic; default true.</param>
public sealed record Endpoint(bool Ready = true)
{
    /// <summary><c>ip:port</c>, or <c>[ip]:port</c> for IPv6.</summary>
    public required string Address { get; init; }

    /// <summary>The pod's name, in the service's namespace; null when no pod stands behind it.</summary>
    public string? Pod { get; init; }
}
