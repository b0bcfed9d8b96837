using System.Globalization;
using Conduit.EndToEnd.Clusters;
using Conduit.EndToEnd.Commands;
using Conduit.EndToEnd.Meshes;
using Xunit.Abstractions;

namespace Conduit.EndToEnd.Traffic;

[Collection(MeshCollection.Name)]
public sealed class EnduranceTests(MeshFixture mesh, ITestOutputHelper output)
{
    private const int CallsPerSecond = 500;

    [LongFact]
    public async Task Traffic_goes_on_while_voting_restarts_again_and_again()
    {
        var story = new Story(output, mesh.ControlPlane.Name, mesh.App.Name);
        _ = (await Shell.KubectlAsync("scale", "deploy/voting", "-n", mesh.App.Name, "--replicas=3")).Printed;
        await mesh.App.SettledAsync();

        await using var load = await EmojivotoLoad.StartAsync(mesh.Visitor, mesh.App, mesh.Report, CallsPerSecond);
        var name = string.Create(CultureInfo.InvariantCulture, $"rolling restarts of voting, 3 replicas, for {LongFactAttribute.Length.TotalMinutes} min");
        await story.StepAsync(name, () => load.CountAsync(name, RestartAsync));
    }

    private async Task RestartAsync()
    {
        var started = TimeProvider.System.GetTimestamp();

        for (var restarts = 1; TimeProvider.System.GetElapsedTime(started) < LongFactAttribute.Length; restarts++)
        {
            _ = (await Shell.KubectlAsync("rollout", "restart", "deploy/voting", "-n", mesh.App.Name)).Printed;
            await mesh.App.SettledAsync();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"restart {restarts} ended after {TimeProvider.System.GetElapsedTime(started)}"));
        }
    }
}
