using Conduit.EndToEnd.Clusters;
using Conduit.EndToEnd.Commands;
using Conduit.EndToEnd.Meshes;
using Conduit.EndToEnd.Reports;
using Xunit.Abstractions;

namespace Conduit.EndToEnd.Traffic;

[Collection(MeshCollection.Name)]
public sealed class DisturbanceTests(MeshFixture mesh, ITestOutputHelper output)
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(60);

    [Fact]
    public Task Traffic_goes_on_while_voting_restarts_pod_by_pod() => DisturbAsync("rolling restart of voting, 3 replicas", replicas: 3, async () =>
    {
        _ = (await Shell.KubectlAsync("rollout", "restart", "deploy/voting", "-n", mesh.App.Name)).Printed;
        await mesh.App.SettledAsync();
    });

    [Fact]
    public Task Traffic_goes_on_while_voting_grows_and_shrinks() => DisturbAsync("voting from 1 to 5 pods and back", replicas: 1, async () =>
    {
        await ScaleAsync(5);
        await ScaleAsync(1);
    });

    [Fact]
    public Task Traffic_goes_on_while_one_of_three_pods_is_deleted() => DisturbAsync("deletion of one voting pod of 3", replicas: 3, async () =>
    {
        var victim = (await mesh.App.PodsAsync("app=voting-svc"))[0].Name;
        _ = (await Shell.KubectlAsync("delete", "pod", victim, "-n", mesh.App.Name)).Printed;
        await mesh.App.SettledAsync();
    });

    [Fact]
    public Task Traffic_goes_on_without_the_controller() => DisturbAsync("controller killed, absent for 60 s", replicas: 1, async () =>
    {
        var space = mesh.ControlPlane.Name;
        _ = (await Shell.KubectlAsync("scale", "deploy/controller", "-n", space, "--replicas=0")).Printed;
        await Shell.KubectlAsync("delete", "pods", "--all", "-n", space, "--force", "--grace-period=0");
        await Task.Delay(Outage, TimeProvider.System);
        _ = (await Shell.KubectlAsync("scale", "deploy/controller", "-n", space, "--replicas=1")).Printed;
        await mesh.ControlPlane.SettledAsync();
    });

    [KitFact]
    public Task Traffic_goes_on_without_the_API_server() => DisturbAsync("API server paused for 60 s", replicas: 1, async () =>
    {
        await using (await ApiServerPause.BeginAsync())
        {
            await Task.Delay(Outage, TimeProvider.System);
        }
    });

    [KitFact]
    public Task An_app_that_is_killed_takes_only_its_calls_with_it() =>
        KillAsync("kill -9 of one of two voting apps", "voting-svc", FailureReasons.OfAKilledApplication);

    [KitFact]
    public Task A_proxy_that_is_killed_takes_only_its_calls_with_it() =>
        KillAsync("kill -9 of one of two voting proxies", "conduit-proxy", FailureReasons.OfAKilledProxy);

    private Task KillAsync(string name, string container, FailureReasons permitted) => DisturbAsync(name, replicas: 2, async () =>
    {
        var victim = (await mesh.App.PodsAsync("app=voting-svc"))[0];
        await ContainerKill.KillAsync(mesh.App, victim, container);
    }, permitted);

    private async Task DisturbAsync(string name, int replicas, Func<Task> disturb, FailureReasons? permitted = null)
    {
        var story = new Story(output, mesh.ControlPlane.Name, mesh.App.Name);
        await story.StepAsync($"{replicas} pods of voting", () => ScaleAsync(replicas));
        await using var load = await EmojivotoLoad.StartAsync(mesh.Visitor, mesh.App, mesh.Report);
        await story.StepAsync(name, () => load.CountAsync(name, disturb, permitted));
    }

    private async Task ScaleAsync(int replicas)
    {
        _ = (await Shell.KubectlAsync("scale", "deploy/voting", "-n", mesh.App.Name, $"--replicas={replicas}")).Printed;
        await mesh.App.SettledAsync();
    }
}
