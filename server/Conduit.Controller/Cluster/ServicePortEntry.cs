using System.Collections.Immutable;
using Conduit.Model.Cluster;

namespace Conduit.Controller.Cluster;

/// <summary>One port of a service with its endpoints read and matched to pods.</summary>
internal sealed record ServicePortEntry(Service Service, int Port, ImmutableArray<EndpointEntry> Endpoints);
