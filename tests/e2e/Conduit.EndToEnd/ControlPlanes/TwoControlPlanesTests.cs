using Conduit.EndToEnd.Clusters;
using Conduit.EndToEnd.Commands;
using Conduit.EndToEnd.Meshes;
using Conduit.Testing.Time;
using Xunit.Abstractions;

namespace Conduit.EndToEnd.ControlPlanes;

[Collection(MeshCollection.Name)]
public sealed class TwoControlPlanesTests(MeshFixture mesh, ITestOutputHelper output)
{
    private const string Space = "e2e-second";

    [Fact]
    public async Task Two_control_planes_live_side_by_side_and_each_sees_its_own_pods()
    {
        var story = new Story(output, "e2e-conduit-second", Space);
        var second = new ClusterNamespace("e2e-conduit-second");
        await using var app = new ClusterNamespace(Space);

        try
        {
            await story.StepAsync("a second control plane", () => Mesh.InstallAsync(second));
            await story.StepAsync("an app in its mesh", async () =>
            {
                await Shell.ApplyAsync(TestPodManifests.Namespace(Space));
                await Shell.ApplyAsync(await Mesh.InjectAsync(second.Name, TestPodManifests.Deployment(Space, "server")));
                await app.SettledAsync();
            });

            await story.StepAsync("each counts its own pods as meshed", async () =>
            {
                await ShowsAsync(second.Name, Space, "server", "1/1");
                await ShowsAsync(second.Name, mesh.App.Name, "voting", "0/1");
                await ShowsAsync(mesh.ControlPlane.Name, Space, "server", "0/1");
                await ShowsAsync(mesh.ControlPlane.Name, mesh.App.Name, "voting", "1/1");
            });
        }
        finally
        {
            await Mesh.UninstallAsync(second);
        }
    }

    private static Task ShowsAsync(string controlPlane, string space, string workload, string meshed) => Eventually.Holds(
        async () => (await Shell.ConduitAsync("stat", "deploy", workload, "-n", space, "-c", controlPlane)).Printed.Contains(meshed, StringComparison.Ordinal),
        what: $"{controlPlane} shows {meshed} for {space}/{workload}");
}
