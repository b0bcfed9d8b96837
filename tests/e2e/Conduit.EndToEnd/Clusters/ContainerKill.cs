using Conduit.EndToEnd.Commands;
using Conduit.Testing.Time;

namespace Conduit.EndToEnd.Clusters;

/// <summary>Kills a container's processes from the node, as a fault would: with no signal that they could hear.</summary>
internal static class ContainerKill
{
    private static readonly TimeSpan RestartLimit = TimeSpan.FromMinutes(2);

    /// <summary>Ends when the container runs again and its pod is ready.</summary>
    public static async Task KillAsync(ClusterNamespace space, Pod pod, string container)
    {
        var run = pod.Runs[container];
        var node = Path.Combine(Environment.GetEnvironmentVariable("CONDUIT_CLUSTER_KIT")!, "node");
        _ = (await Shell.RunAsync(node, "sh", "-c", $"kill -9 $(grep -l {run.Id} /proc/[0-9]*/cgroup | cut -d/ -f3)")).Printed;
        await Eventually.Holds(
            async () => (await space.PodsAsync()).Any(found => found.Name == pod.Name && found.IsReady && found.Runs[container].Restarts > run.Restarts),
            RestartLimit, $"{container} of {pod.Name} runs again");
    }
}
