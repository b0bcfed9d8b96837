using System.Globalization;
using Conduit.Load.Scenarios;

namespace Conduit.Load.Reports;

/// <summary>One scenario as a Markdown table, the cheapest proxy first.</summary>
internal static class MarkdownTable
{
    public static IEnumerable<string> Of(Scenario scenario, IReadOnlyDictionary<string, Measurement> measurements)
    {
        yield return $"### {scenario.Name}";
        yield return "";
        yield return $"| proxy | CPU µs/{scenario.Unit} | {scenario.Unit}s/s | p50 ms | p99 ms | memory MB | failed |";
        yield return "|---|---|---|---|---|---|---|";

        foreach (var (name, measured) in measurements.OrderBy(row => row.Value.Microseconds))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {measured.Microseconds:0.0} | {measured.PerSecond:0} | {Latency(measured.P50)} | {Latency(measured.P99)} | {measured.Megabytes:0} | {measured.Failed} |");
        }

        yield return "";
    }

    /// <summary>Start-up, the quickest first.</summary>
    public static IEnumerable<string> OfStarts(IReadOnlyDictionary<string, double> milliseconds) =>
    [
        $"### {StartUp.Name}",
        "",
        "| proxy | from start to the first answer, ms |",
        "|---|---|",
        .. milliseconds.OrderBy(row => row.Value).Select(row => string.Create(CultureInfo.InvariantCulture, $"| {row.Key} | {row.Value:0} |")),
        "",
    ];

    private static string Latency(double? milliseconds) => milliseconds?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";
}
