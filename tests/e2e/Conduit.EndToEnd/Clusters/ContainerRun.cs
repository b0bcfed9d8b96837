using System.Text.Json;

namespace Conduit.EndToEnd.Clusters;

/// <summary>One run of a container: each restart is another.</summary>
/// <param name="Id">As the node's runtime knows it; empty before it runs.</param>
/// <param name="Restarts">How often the container was started again.</param>
internal sealed record ContainerRun(string Id, int Restarts)
{
    public static ContainerRun Of(JsonElement status) => new(
        status.TryGetProperty("containerID", out var id) ? id.GetString()!.Split('/')[^1] : "",
        status.GetProperty("restartCount").GetInt32());
}
