using Conduit.EndToEnd.Clusters;
using Conduit.EndToEnd.Commands;

namespace Conduit.EndToEnd.Meshes;

/// <summary>What a user does with <c>conduit</c> and <c>kubectl</c> together.</summary>
internal static class Mesh
{
    public static async Task InstallAsync(ClusterNamespace controlPlane)
    {
        var manifest = await Shell.ConduitAsync("install", "-n", controlPlane.Name);
        await Shell.ApplyAsync(manifest.Printed);
        await controlPlane.SettledAsync();
    }

    /// <summary>Deletes everything that install made, what belongs to no namespace included.</summary>
    public static async Task UninstallAsync(ClusterNamespace controlPlane)
    {
        await controlPlane.DisposeAsync();
        await Shell.KubectlAsync("delete", "clusterrole,clusterrolebinding", $"conduit-controller-{controlPlane.Name}", "--ignore-not-found");
    }

    public static async Task<string> InjectAsync(string controlPlane, string manifest, params string[] options) =>
        (await Shell.ConduitFedAsync(manifest, ["inject", "-c", controlPlane, .. options, "-"])).Printed;
}
