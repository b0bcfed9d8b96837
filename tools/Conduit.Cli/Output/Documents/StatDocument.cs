using System.Text.Json.Nodes;
using Conduit.Model.Resources;
using Conduit.Operations.Stat;

namespace Conduit.Cli.Output.Documents;

/// <summary>One object per row. Without traffic there is no success rate and no latency, so those are null.</summary>
internal static class StatDocument
{
    public static JsonArray Of(StatResult result) => new([.. result.Rows.Select(Row)]);

    private static JsonObject Row(StatRow row) => new()
    {
        ["namespace"] = row.Namespace,
        ["kind"] = ResourceKindNames.Canonical(row.Kind),
        ["name"] = row.Name,
        ["meshedPods"] = row.MeshedPods,
        ["runningPods"] = row.RunningPods,
        ["failedPods"] = row.FailedPods,
        ["faults"] = new JsonArray([.. row.Faults.Select(Fault)]),
        ["windowSeconds"] = row.Window.TotalSeconds,
        ["successCount"] = row.Traffic?.SuccessCount ?? 0,
        ["failureCount"] = row.Traffic?.FailureCount ?? 0,
        ["successRate"] = row.Traffic?.SuccessRate,
        ["rps"] = row.Traffic?.Rps ?? 0,
        ["latencyMsP50"] = row.Traffic?.LatencyP50.TotalMilliseconds,
        ["latencyMsP95"] = row.Traffic?.LatencyP95.TotalMilliseconds,
        ["latencyMsP99"] = row.Traffic?.LatencyP99.TotalMilliseconds,
        ["tlsShare"] = row.Traffic?.TlsShare,
    };

    private static JsonObject Fault(PodFault fault) => new() { ["pod"] = fault.Pod, ["reason"] = fault.Reason, ["message"] = fault.Message };
}
