using System.Globalization;
using Conduit.FleetLoad.Observation;

namespace Conduit.FleetLoad.Reports;

/// <summary>A run as Markdown.</summary>
internal static class FleetTable
{
    public static IEnumerable<string> Of(FleetResult result)
    {
        yield return "| page | first paint ms | the mesh is seen after ms |";
        yield return "|---|---|---|";

        foreach (var paint in result.Paints)
        {
            yield return Line($"| `{paint.Place}` | {paint.FirstPaint.TotalMilliseconds:0} | {paint.Shown.TotalMilliseconds:0} |");
        }

        yield return "";
        yield return "| minute | controller cores | resident MB | heap MB | stat ms | update ms | page MB | page nodes |";
        yield return "|---|---|---|---|---|---|---|---|";

        foreach (var minute in result.Minutes)
        {
            var page = minute.Page is { } memory ? Line($"{memory.Megabytes:0.0} | {memory.Nodes}") : "– | –";
            yield return Line(
                $"| {minute.Number} | {minute.Cores:0.00} | {minute.Memory.Resident:0} | {minute.Memory.Heap:0} | {minute.Stat.TotalMilliseconds:0} | {minute.Update.TotalMilliseconds:0} | {page} |");
        }
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
