using Conduit.Model.Resources;

namespace Conduit.Controller.PublicApi.Edges;

/// <summary>A question for who calls whom.</summary>
/// <param name="Namespace">One end at least has to lie in it; empty for all.</param>
/// <param name="Resource">One end at least has to be it; null for all.</param>
/// <param name="Window">The time up to now.</param>
internal sealed record EdgeQuery(string Namespace, ResourceName? Resource, TimeSpan Window)
{
    public bool Matches(TrafficEdge edge) =>
        (Namespace.Length == 0 || edge.Source.Namespace == Namespace || edge.Destination.Namespace == Namespace)
        && (Resource is not { } resource || edge.Source == resource || edge.Destination == resource);
}
