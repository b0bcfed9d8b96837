using Conduit.Model.Durations;
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

        string[] numbers = ["MESHED", "SUCCESS", "RPS", "LATENCY_P50", "LATENCY_P95", "LATENCY_P99", "TLS"];
        string[] wideNumbers = ["OK", "FAILED", "WINDOW"];

        foreach (var header in wide ? numbers.Concat(wideNumbers) : numbers)
        {
            yield return new Column(header, Align.Right);
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

        foreach (var cell in row.Traffic is { } traffic ? Numbers(traffic) : Enumerable.Repeat(Cell.None, 6))
        {
            yield return cell;
        }

        if (wide)
        {
            yield return CellText.Count(row.Traffic?.SuccessCount ?? 0);
            yield return CellText.Count(row.Traffic?.FailureCount ?? 0);
            yield return GoDuration.Format(TimeSpan.FromSeconds(Math.Round(row.Window.TotalSeconds)));
        }
    }

    private static IEnumerable<Cell> Numbers(StatTraffic traffic) =>
    [
        CellText.SuccessRate(traffic.SuccessRate),
        CellText.Rps(traffic.Rps),
        CellText.WholeMilliseconds(traffic.LatencyP50),
        CellText.WholeMilliseconds(traffic.LatencyP95),
        CellText.WholeMilliseconds(traffic.LatencyP99),
        CellText.WholePercent(traffic.TlsShare),
    ];
}
