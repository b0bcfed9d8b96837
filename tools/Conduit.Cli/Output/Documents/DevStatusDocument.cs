using System.Text.Json.Nodes;
using Conduit.Model.Cluster;

namespace Conduit.Cli.Output.Documents;

/// <summary>One object per mesh. The mesh's token is a secret and not part of it.</summary>
internal static class DevStatusDocument
{
    public static JsonArray Of(IEnumerable<DevMesh> meshes) => new([.. meshes.Select(Mesh)]);

    private static JsonObject Mesh(DevMesh mesh) => new()
    {
        ["name"] = mesh.Name,
        ["processId"] = mesh.Owner.ProcessId,
        ["startedAt"] = mesh.Owner.StartedAt,
        ["apiAddress"] = mesh.ApiAddress,
        ["dashboardAddress"] = mesh.WebAddress,
        ["appUrl"] = mesh.AppUrl,
        ["pods"] = new JsonArray([.. mesh.Cluster.Pods.Select(Pod)]),
        ["processes"] = new JsonArray([.. mesh.Processes.Select(Process)]),
    };

    private static JsonObject Pod(Pod pod) => new()
    {
        ["namespace"] = pod.Namespace,
        ["name"] = pod.Name,
        ["status"] = pod.Status,
        ["message"] = pod.Message,
        ["ready"] = pod.Ready,
        ["restarts"] = pod.Restarts,
    };

    private static JsonObject Process(DevProcess process) => new()
    {
        ["role"] = process.Role.ToString().ToLowerInvariant(),
        ["name"] = process.Name,
        ["pod"] = process.Pod,
        ["processId"] = process.Identity?.ProcessId,
        ["startedAt"] = process.Identity?.StartedAt,
        ["restarts"] = process.Restarts,
        ["listeners"] = new JsonArray([.. process.Listeners.Select(listener => JsonValue.Create(listener))]),
    };
}
