using Conduit.EndToEnd.Clusters;
using Conduit.EndToEnd.Commands;
using Conduit.EndToEnd.Reports;

namespace Conduit.EndToEnd.Meshes;

/// <summary>One control plane, and emojivoto in its mesh with a test pod beside it. Made once, deleted in the end.</summary>
public sealed class MeshFixture : IAsyncLifetime
{
    internal const string ControlPlaneName = "e2e-conduit";
    private const string AppName = "e2e-emojivoto";

    internal ClusterNamespace ControlPlane { get; } = new(ControlPlaneName);

    internal ClusterNamespace App { get; } = new(AppName);

    /// <summary>Pods behind each kind of Service.</summary>
    internal TestPods Pods { get; } = new();

    internal TrafficReport Report { get; } = new();

    /// <summary>A pod of the mesh from which tests call.</summary>
    internal TestPodClient Visitor { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        try
        {
            await Mesh.InstallAsync(ControlPlane);
            await Shell.ApplyAsync(await Mesh.InjectAsync(ControlPlaneName, Emojivoto.In(AppName)));
            await Shell.ApplyAsync(await Mesh.InjectAsync(ControlPlaneName, TestPodManifests.Deployment(AppName, "visitor"), TestPodManifests.SkipControl));
            await Pods.StartAsync();
            await App.SettledAsync();
            Visitor = new TestPodClient((await App.PodAsync("app=visitor")).Address);
        }
        catch (Exception failure)
        {
            var diagnosis = await Diagnosis.OfAsync([ControlPlaneName, AppName, TestPods.Space]);
            await DisposeAsync();
            throw new InvalidOperationException($"The mesh did not come up.\n{diagnosis}", failure);
        }
    }

    public async Task DisposeAsync()
    {
        Visitor?.Dispose();
        await Pods.DisposeAsync();
        await App.DisposeAsync();
        await Mesh.UninstallAsync(ControlPlane);
    }
}
