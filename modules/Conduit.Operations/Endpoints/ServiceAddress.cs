using System.Net;
using Conduit.Model.Addresses;

namespace Conduit.Operations.Endpoints;

/// <summary>One address that a service leads to.</summary>
public sealed record ServiceAddress
{
    public required string Namespace { get; init; }

    public required string Service { get; init; }

    /// <summary>The port that clients call.</summary>
    public required Port Port { get; init; }

    public required IPEndPoint Address { get; init; }

    /// <summary>The pod that has the address, in the service's namespace; null when none does.</summary>
    public required string? Pod { get; init; }

    public required bool Ready { get; init; }
}
