using Conduit.Operations.Endpoints;

namespace Conduit.PowerShell.Objects;

/// <summary>One address that a service leads to.</summary>
public sealed record ServiceEndpoint
{
    public required string Namespace { get; init; }

    public required string Service { get; init; }

    /// <summary>The port that clients call.</summary>
    public required int Port { get; init; }

    /// <summary><c>ip:port</c>.</summary>
    public required string Address { get; init; }

    /// <summary>The pod that has the address; null when none does.</summary>
    public required string? Pod { get; init; }

    public required bool Ready { get; init; }

    internal static ServiceEndpoint Of(ServiceAddress address) => new()
    {
        Namespace = address.Namespace,
        Service = address.Service,
        Port = address.Port.Number,
        Address = address.Address.ToString(),
        Pod = address.Pod,
        Ready = address.Ready,
    };
}
