using System.Text.Json.Nodes;
using Conduit.Model.Resources;
using Conduit.Operations.Get;

namespace Conduit.Cli.Output.Documents;

/// <summary>One object per pod.</summary>
internal static class PodsDocument
{
    public static JsonArray Of(IEnumerable<MeshPod> pods) => new([.. pods.Select(Pod)]);

    private static JsonObject Pod(MeshPod pod) => new()
    {
        ["namespace"] = pod.Namespace,
        ["name"] = pod.Name,
        ["ip"] = pod.Ip,
        ["owner"] = pod.Owner is { } owner ? new JsonObject { ["kind"] = ResourceKindNames.Canonical(owner.Kind), ["name"] = owner.Name } : null,
        ["status"] = pod.Status,
        ["message"] = pod.Message,
        ["ready"] = pod.Ready,
        ["restarts"] = pod.Restarts,
        ["uptimeSeconds"] = pod.Uptime?.TotalSeconds,
        ["meshed"] = pod.Meshed,
        ["proxyVersion"] = pod.ProxyVersion,
        ["secondsSinceLastReport"] = pod.SinceLastReport?.TotalSeconds,
        ["controlPlane"] = pod.ControlPlane,
    };
}
