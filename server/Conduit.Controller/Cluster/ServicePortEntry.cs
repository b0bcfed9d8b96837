using System.Collections.Immutable;
using Conduit.Model.Cluster;

namespace Conduit.Controller.Cluster;

/// <summary>One port of a service with its endpoints read and matched to pods.</summary>
internal sealed record ServicePortEntry(Service Service, int Port, ImmutableArray<EndpointEntry> Endpoints)
{
    public bool Equals(ServicePortEntry? other) =>
        other is not null && ReferenceEquals(Service, other.Service) && Port == other.Port && Endpoints.SequenceEqual(other.Endpoints);

    public override int GetHashCode() => HashCode.Combine(Service.Namespace, Service.Name, Port);
}
