using Conduit.Controller.Cluster;
using Conduit.Controller.Metrics;
using Conduit.Model.Resources;

namespace Conduit.Controller.Selection;

/// <summary>Requests by where they go: to a resource as the destination's labels name it, or to an authority.</summary>
internal sealed record DestinationFilter
{
    public required ResourceKind Kind { get; init; }

    /// <summary>Empty for all namespaces.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Empty for all names.</summary>
    public string Name { get; init; } = "";

    /// <summary>The destination as a resource of this filter's kind; null when it is none, or not one that the filter lets through.</summary>
    public ResourceName? RowOf(SeriesKey series)
    {
        var @namespace = series.Destination.Find(PodLabels.Namespace) ?? "";
        var name = Kind == ResourceKind.Authority ? series.Authority : series.Destination.Find(PodLabels.KeyOf(Kind)!);

        if (string.IsNullOrEmpty(name) || (Name.Length > 0 && Name != name))
        {
            return null;
        }

        if (Kind == ResourceKind.Namespace)
        {
            return new ResourceName("", Kind, name);
        }

        // An authority outside of the cluster has no namespace, and is left out of none.
        var isThere = Namespace.Length == 0 || Namespace == @namespace || (Kind == ResourceKind.Authority && @namespace.Length == 0);
        return isThere ? new ResourceName(@namespace, Kind, name) : null;
    }
}
