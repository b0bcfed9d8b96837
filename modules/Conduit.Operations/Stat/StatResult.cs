using System.Collections.Immutable;
using Conduit.Model.Resources;

namespace Conduit.Operations.Stat;

/// <summary>The answer to a <see cref="StatRequest"/>.</summary>
public sealed record StatResult
{
    /// <summary>By kind in the order of tables, then by namespace and name.</summary>
    public required ImmutableArray<StatRow> Rows { get; init; }

    /// <summary>Whether the rows may come from several namespaces.</summary>
    public required bool AcrossNamespaces { get; init; }

    /// <summary>What the answer is not, in words for people: another window, another name than asked.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>One group per kind that has rows, in the order of tables.</summary>
    public IEnumerable<IGrouping<ResourceKind, StatRow>> Tables => Rows.GroupBy(row => row.Kind);
}
