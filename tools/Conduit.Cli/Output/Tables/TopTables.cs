using Conduit.Operations.Tap;
using Conduit.Operations.Top;

namespace Conduit.Cli.Output.Tables;

/// <summary>The busiest paths.</summary>
internal static class TopTables
{
    /// <param name="rows">What to show, in its order.</param>
    /// <param name="wide">Whether the authority is shown too.</param>
    public static TextTable Of(IEnumerable<TopRow> rows, bool wide)
    {
        var table = new TextTable([.. Columns(wide)]);

        foreach (var row in rows)
        {
            table.Add([.. Cells(row, wide)]);
        }

        return table;
    }

    private static IEnumerable<Column> Columns(bool wide)
    {
        string[] names = ["SOURCE", "DESTINATION", "PROXY", "METHOD", .. wide ? ["AUTHORITY"] : Array.Empty<string>()];
        string[] numbers = ["COUNT", "BEST", "WORST", "LAST", "SUCCESS"];
        return [.. names.Select(name => new Column(name)), new Column("PATH", KeepsEnd: true), .. numbers.Select(name => new Column(name, Align.Right))];
    }

    private static IEnumerable<Cell> Cells(TopRow row, bool wide)
    {
        yield return row.Source;
        yield return row.Destination;
        yield return row.Direction == TapDirection.Inbound ? "in" : "out";
        yield return row.Method;

        if (wide)
        {
            yield return row.Authority;
        }

        yield return row.Path;
        yield return CellText.Count(row.Count);
        yield return CellText.Latency(row.Best);
        yield return CellText.Latency(row.Worst);
        yield return CellText.Latency(row.Last);
        yield return CellText.SuccessRate(row.SuccessRate);
    }
}
