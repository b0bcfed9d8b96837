using System.Text.Json.Nodes;
using Conduit.Operations.Top;

namespace Conduit.Cli.Output.Documents;

/// <summary>What was observed, and for how long.</summary>
internal static class TopDocument
{
    public static JsonObject Of(TopSnapshot snapshot, double maxRps) => new()
    {
        ["sample"] = true,
        ["maxRps"] = maxRps,
        ["elapsedSeconds"] = snapshot.Elapsed.TotalSeconds,
        ["count"] = snapshot.Count,
        ["rows"] = new JsonArray([.. snapshot.Rows.Select(Row)]),
    };

    private static JsonObject Row(TopRow row) => new()
    {
        ["source"] = row.Source,
        ["destination"] = row.Destination,
        ["proxy"] = TapDocument.Proxy(row.Direction),
        ["method"] = row.Method,
        ["authority"] = row.Authority,
        ["path"] = row.Path,
        ["count"] = row.Count,
        ["latencyMsBest"] = row.Best.TotalMilliseconds,
        ["latencyMsWorst"] = row.Worst.TotalMilliseconds,
        ["latencyMsLast"] = row.Last.TotalMilliseconds,
        ["successRate"] = row.SuccessRate,
    };
}
