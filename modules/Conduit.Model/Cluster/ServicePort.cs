using System.Collections.Immutable;

namespace Conduit.Model.Cluster;

/// <summary>One port of a service and where it leads now.</summary>
public sealed record ServicePort
{
    /// <summary>Empty where the service has one unnamed port.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The port that clients call, 1 to 65535.</summary>
    public required int Port { get; init; }

    public ImmutableArray<Endpoint> Endpoints { get; init => field = value.IsDefault ? [] : value; } = [];
}
