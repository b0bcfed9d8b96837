using Conduit.EndToEnd.Clusters;
using Conduit.EndToEnd.Commands;
using Conduit.EndToEnd.Meshes;
using Xunit.Abstractions;

namespace Conduit.EndToEnd.Traffic;

[Collection(MeshCollection.Name)]
public sealed class LiveInjectionTests(MeshFixture mesh, ITestOutputHelper output)
{
    private const string Space = "e2e-live";

    [Fact]
    public async Task Running_Deployments_roll_into_the_mesh_and_out_again_under_load()
    {
        var story = new Story(output, mesh.ControlPlane.Name, Space);
        await using var app = new ClusterNamespace(Space);
        await story.StepAsync("emojivoto without a mesh", async () =>
        {
            await Shell.ApplyAsync(Emojivoto.In(Space));
            await app.SettledAsync();
        });

        await using var load = await EmojivotoLoad.StartAsync(mesh.Visitor, app, mesh.Report);
        await story.StepAsync("inject", () => load.CountAsync("emojivoto rolls into the mesh", () => RollAsync(app, "inject", "-c", mesh.ControlPlane.Name, "-")));
        Assert.All(await app.PodsAsync(), pod => Assert.True(pod.IsMeshed, pod.Name));

        await story.StepAsync("uninject", () => load.CountAsync("emojivoto rolls out of the mesh", () => RollAsync(app, "uninject", "-")));
        Assert.All(await app.PodsAsync(), pod => Assert.False(pod.IsMeshed, pod.Name));
    }

    private static async Task RollAsync(ClusterNamespace app, params string[] verb)
    {
        var live = (await Shell.KubectlAsync("get", "deploy", "-n", app.Name, "-o", "yaml")).Printed;
        await Shell.ApplyAsync((await Shell.ConduitFedAsync(live, verb)).Printed);
        await app.SettledAsync();
    }
}
