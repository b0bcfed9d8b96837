using System.Collections.Immutable;
using Conduit.Controller.Selection;
using Conduit.Model.Resources;

namespace Conduit.Controller.PublicApi.Stats;

/// <summary>A valid question for statistics.</summary>
internal sealed record StatQuery
{
    /// <summary>One table each, in this order.</summary>
    public required ImmutableArray<ResourceKind> Kinds { get; init; }

    /// <summary>Tables without rows are left out.</summary>
    public bool SkipsEmptyTables { get; init; }

    /// <summary>Empty for all namespaces.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Empty for all names.</summary>
    public string Name { get; init; } = "";

    public LabelSelector Labels { get; init; } = LabelSelector.Everything;

    public TimeSpan Window { get; init; }

    /// <summary>Only what the rows send there; null for what they receive.</summary>
    public DestinationFilter? To { get; init; }

    /// <summary>The rows are what these pods send to; null for what the rows receive.</summary>
    public PodSelector? From { get; init; }

    public bool IsOutbound => To is not null || From is not null;

    /// <summary>Which rows the table of that kind has.</summary>
    public PodSelector RowsOf(ResourceKind kind) => new()
    {
        Kind = kind,
        Namespace = kind == ResourceKind.Namespace ? "" : Namespace,
        Name = Name,
        Labels = Labels,
    };
}
