using System.Text.Json.Nodes;
using Conduit.Model.Resources;
using Conduit.Operations.Stat;

namespace Conduit.Cli.Output.Documents;

/// <summary>One object per row.</summary>
internal static class StatDocument
{
    public static JsonArray Of(StatResult result) => new([.. result.Rows.Select(Row)]);

    private static JsonObject Row(StatRow row)
    {
        var document = new JsonObject
        {
            ["namespace"] = row.Namespace,
            ["kind"] = ResourceKindNames.Canonical(row.Kind),
            ["name"] = row.Name,
            ["meshedPods"] = row.MeshedPods,
            ["runningPods"] = row.RunningPods,
            ["failedPods"] = row.FailedPods,
            ["faults"] = new JsonArray([.. row.Faults.Select(Fault)]),
        };

        return TrafficFields.AddTo(document, row.Traffic, row.Window);
    }

    private static JsonObject Fault(PodFault fault) => new() { ["pod"] = fault.Pod, ["reason"] = fault.Reason, ["message"] = fault.Message };
}
