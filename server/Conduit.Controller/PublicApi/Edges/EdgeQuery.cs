using Conduit.Model.Resources;

namespace Conduit.Controller.PublicApi.Edges;

/// <summary>A question for who calls whom: one end at least has to be what it names.</summary>
internal sealed record EdgeQuery
{
    /// <summary>Empty for all.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Null for every kind.</summary>
    public ResourceKind? Kind { get; init; }

    /// <summary>Empty for all of the kind.</summary>
    public string Name { get; init; } = "";

    /// <summary>The time up to now.</summary>
    public required TimeSpan Window { get; init; }

    public bool Matches(TrafficEdge edge) =>
        IsMeant(edge.Source, edge.Source.Namespace) || IsMeant(edge.Destination, NamespaceOf(edge));

    // An authority lies in no namespace, so that of its caller counts.
    private static string NamespaceOf(TrafficEdge edge) =>
        edge.Destination.Kind == ResourceKind.Authority ? edge.Source.Namespace : edge.Destination.Namespace;

    private bool IsMeant(ResourceName end, string space) =>
        (Namespace.Length == 0 || Namespace == space)
        && (Kind is not { } kind || end.Kind == kind)
        && (Name.Length == 0 || end.Name == Name);
}
