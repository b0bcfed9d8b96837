using System.Text.Json;

namespace Conduit.EndToEnd.Clusters;

/// <summary>A pod as the API server lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">Its address; empty before it has one.</param>
/// <param name="IsReady">Whether it is ready.</param>
/// <param name="IsEnding">Whether it was deleted.</param>
/// <param name="Containers">Names of its containers.</param>
/// <param name="Runs">Of each container that was started, its present run.</param>
internal sealed record Pod(string Name, string Address, bool IsReady, bool IsEnding, IReadOnlyList<string> Containers, IReadOnlyDictionary<string, ContainerRun> Runs)
{
    public bool IsMeshed => Containers.Contains("conduit-proxy");

    public static Pod Of(JsonElement item)
    {
        var status = item.GetProperty("status");
        return new Pod(
            item.GetProperty("metadata").GetProperty("name").GetString()!,
            status.TryGetProperty("podIP", out var address) ? address.GetString()! : "",
            status.TryGetProperty("conditions", out var conditions) && conditions.EnumerateArray().Any(IsReadyCondition),
            item.GetProperty("metadata").TryGetProperty("deletionTimestamp", out _),
            [.. item.GetProperty("spec").GetProperty("containers").EnumerateArray().Select(container => container.GetProperty("name").GetString()!)],
            status.TryGetProperty("containerStatuses", out var containers)
                ? containers.EnumerateArray().ToDictionary(container => container.GetProperty("name").GetString()!, ContainerRun.Of)
                : []);
    }

    private static bool IsReadyCondition(JsonElement condition) =>
        condition.GetProperty("type").GetString() == "Ready" && condition.GetProperty("status").GetString() == "True";
}
