using System.Collections.Immutable;

namespace Conduit.Proxy.Balancing;

/// <summary>The endpoints of a destination at one moment. A new set replaces it as a whole; readers take no lock.</summary>
internal sealed record EndpointSet(ImmutableArray<Endpoint> Endpoints)
{
    public static EndpointSet Empty { get; } = new(ImmutableArray<Endpoint>.Empty);

    public bool IsEmpty => Endpoints.IsEmpty;
}
