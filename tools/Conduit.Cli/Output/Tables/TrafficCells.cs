using Conduit.Model.Durations;
using Conduit.Operations.Stat;

namespace Conduit.Cli.Output.Tables;

/// <summary>The columns that say how traffic went, alike in every table that has them.</summary>
internal static class TrafficCells
{
    private static readonly string[] Numbers = ["SUCCESS", "RPS", "LATENCY_P50", "LATENCY_P95", "LATENCY_P99", "TLS"];
    private static readonly string[] WideNumbers = ["OK", "FAILED", "WINDOW"];

    /// <param name="wide">Whether counts and the window are shown too.</param>
    public static IEnumerable<Column> Columns(bool wide) =>
        (wide ? Numbers.Concat(WideNumbers) : Numbers).Select(header => new Column(header, Align.Right));

    /// <param name="traffic">Null for none, which is a row of dashes.</param>
    /// <param name="window">What the numbers cover.</param>
    /// <param name="wide">As above.</param>
    public static IEnumerable<Cell> Of(StatTraffic? traffic, TimeSpan window, bool wide) =>
    [
        .. traffic is null ? Enumerable.Repeat(Cell.None, Numbers.Length) : Of(traffic),
        .. wide ? Counts(traffic, window) : [],
    ];

    private static IEnumerable<Cell> Of(StatTraffic traffic) =>
    [
        CellText.SuccessRate(traffic.SuccessRate),
        CellText.Rps(traffic.Rps),
        CellText.WholeMilliseconds(traffic.LatencyP50),
        CellText.WholeMilliseconds(traffic.LatencyP95),
        CellText.WholeMilliseconds(traffic.LatencyP99),
        CellText.WholePercent(traffic.TlsShare),
    ];

    private static IEnumerable<Cell> Counts(StatTraffic? traffic, TimeSpan window) =>
    [
        CellText.Count(traffic?.SuccessCount ?? 0),
        CellText.Count(traffic?.FailureCount ?? 0),
        GoDuration.Format(TimeSpan.FromSeconds(Math.Round(window.TotalSeconds))),
    ];
}
