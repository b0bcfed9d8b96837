using Conduit.Model.Resources;
using Conduit.Operations.Stat;

namespace Conduit.Cli.Output.Tables;

/// <summary>The tables of <c>stat</c>, one per kind. Their layout is contract.</summary>
internal sealed class StatTables(Terminal terminal)
{
    /// <param name="result">What to show.</param>
    /// <param name="everyKind">Whether names are prefixed with their kind, because all kinds were asked for.</param>
    /// <param name="wide">Whether counts and the window are shown too.</param>
    public void Write(StatResult result, bool everyKind, bool wide)
    {
        var first = true;

        foreach (var rows in result.Tables)
        {
            terminal.Out.Write(first ? "" : "\n");
            first = false;
            Of(rows, result.AcrossNamespaces, everyKind, wide).Write(terminal);
        }
    }

    public static TextTable Of(IEnumerable<StatRow> rows, bool withNamespace, bool withKind, bool wide)
    {
        var table = new TextTable([.. Columns(withNamespace, wide)]);

        foreach (var row in rows)
        {
            table.Add([.. Cells(row, withNamespace, withKind, wide)]);
        }

        return table;
    }

    private static IEnumerable<Column> Columns(bool withNamespace, bool wide)
    {
        if (withNamespace)
        {
            yield return new Column("NAMESPACE");
        }

        yield return new Column("NAME");

        yield return new Column("MESHED", Align.Right);

        foreach (var column in TrafficCells.Columns(wide))
        {
            yield return column;
        }
    }

    private static IEnumerable<Cell> Cells(StatRow row, bool withNamespace, bool withKind, bool wide)
    {
        if (withNamespace)
        {
            yield return row.Namespace;
        }

        yield return withKind ? $"{ResourceKindNames.Abbreviation(row.Kind)}/{row.Name}" : row.Name;
        yield return row.RunningPods is { } running ? $"{row.MeshedPods}/{running}" : Cell.None;

        foreach (var cell in TrafficCells.Of(row.Traffic, row.Window, wide))
        {
            yield return cell;
        }
    }
}
