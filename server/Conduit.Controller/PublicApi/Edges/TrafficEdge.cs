using Conduit.Model.Resources;

namespace Conduit.Controller.PublicApi.Edges;

/// <summary>Who calls whom.</summary>
/// <param name="Source">The caller's workload, or its pod where nothing owns it.</param>
/// <param name="Destination">Likewise; an authority where it leads out of the mesh's sight.</param>
internal readonly record struct TrafficEdge(ResourceName Source, ResourceName Destination);
