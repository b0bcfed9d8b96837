using System.Text.Json;
using Conduit.EndToEnd.Commands;
using Conduit.Testing.Time;

namespace Conduit.EndToEnd.Clusters;

/// <summary>A namespace that a test fills and, in the end, deletes.</summary>
internal sealed class ClusterNamespace(string name) : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);

    public string Name { get; } = name;

    public async Task<IReadOnlyList<Pod>> PodsAsync(string selector = "")
    {
        var list = await Shell.KubectlAsync("get", "pods", "-n", Name, "-l", selector, "-o", "json");
        return [.. JsonDocument.Parse(list.Printed).RootElement.GetProperty("items").EnumerateArray().Select(Pod.Of)];
    }

    /// <summary>The only pod of an app, once it is ready.</summary>
    public async Task<Pod> PodAsync(string selector)
    {
        IReadOnlyList<Pod> pods = [];
        await Eventually.Holds(
            async () => (pods = [.. (await PodsAsync(selector)).Where(pod => !pod.IsEnding)]) is [{ IsReady: true }], StartLimit, $"a pod with {selector} in {Name} is ready");
        return pods[0];
    }

    public async Task<string> ServiceAddressAsync(string service) =>
        (await Shell.KubectlAsync("get", "service", service, "-n", Name, "-o", "jsonpath={.spec.clusterIP}")).Printed;

    /// <summary>Waits until the workload's pods are all of its newest template, and ready.</summary>
    public async Task RolledOutAsync(string workload) =>
        _ = (await Shell.KubectlAsync("rollout", "status", workload, "-n", Name, $"--timeout={StartLimit.TotalSeconds}s")).Printed;

    /// <summary>Waits until every Deployment has rolled out and no pod of an older template is left.</summary>
    public async Task SettledAsync()
    {
        var workloads = (await Shell.KubectlAsync("get", "deployments", "-n", Name, "-o", "name")).Printed;

        foreach (var workload in workloads.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            await RolledOutAsync(workload);
        }

        await Eventually.Holds(
            async () => (await PodsAsync()) is { Count: > 0 } pods && pods.All(pod => pod is { IsReady: true, IsEnding: false }), StartLimit, $"the pods of {Name} are ready");
    }

    public async ValueTask DisposeAsync()
    {
        await Shell.KubectlAsync("delete", "namespace", Name, "--ignore-not-found", "--wait=false");

        // Nobody waits for the last calls of a test's pods.
        await Shell.KubectlAsync("delete", "pods", "--all", "-n", Name, "--force", "--grace-period=0");
        await Shell.KubectlAsync("wait", "--for=delete", $"namespace/{Name}", "--timeout=90s");
    }
}
