using Conduit.Model.Resources;
using Conduit.Operations.Stat;

namespace Conduit.Operations.Edges;

/// <summary>Who calls whom, and how that goes.</summary>
/// <param name="Source">The caller's workload, or its pod where nothing owns it.</param>
/// <param name="Destination">Likewise; an authority, which has no namespace, where it leads out of the mesh.</param>
/// <param name="Traffic">As the caller's proxy counted it.</param>
/// <param name="Window">The time up to now that the numbers cover.</param>
public sealed record TrafficEdge(ResourceName Source, ResourceName Destination, StatTraffic Traffic, TimeSpan Window);
