namespace Conduit.Controller.Web.Documents;

/// <param name="Source">The caller.</param>
/// <param name="Destination">The called; of kind <c>authority</c> where it leads out of the mesh's sight.</param>
/// <param name="Traffic">As the caller's proxies saw it.</param>
internal sealed record EdgeDocument(ResourceDocument Source, ResourceDocument Destination, TrafficDocument Traffic);
