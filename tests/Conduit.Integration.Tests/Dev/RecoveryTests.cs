using System.Text.Json.Nodes;
using Conduit.Model.Cluster;
using Conduit.Testing.Processes;
using Conduit.Testing.Time;

namespace Conduit.Integration.Tests.Dev;

/// <summary>Processes die, and the mesh gets over it.</summary>
[Collection(DevMeshes.Name)]
public sealed class RecoveryTests(EmojivotoMesh mesh) : IClassFixture<EmojivotoMesh>
{
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("App")]
    [InlineData("Proxy")]
    public async Task A_killed_process_of_a_pod_is_restarted_and_traffic_recovers(string role)
    {
        var killed = mesh.Process(Enum.Parse<DevProcessRole>(role), "voting");

        await mesh.KillAsync(killed, () => mesh.Process(killed.Role, "voting"));

        await Eventually.Holds(async () => await mesh.VoteAsync("tada") == 200, Recovery);
        Assert.Contains("restarting in", mesh.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Traffic_outlives_the_controller_and_stat_fills_again_after_its_return()
    {
        // Killed before it has told the proxies who is ready, it would leave them with what they knew before.
        await mesh.ReadyAsync();
        await Eventually.Holds(async () => await mesh.VoteAsync("tada") == 200);
        var killed = mesh.Controller();
        Signals.Send(Signals.Kill, killed.Identity!.ProcessId);

        for (var vote = 0; vote < 20; vote++)
        {
            Assert.Equal(200, await mesh.VoteAsync("tada"));
        }

        await Eventually.Holds(() => mesh.Controller().Identity is { } now && now != killed.Identity, Recovery);
        await mesh.ReadyAsync();

        await Eventually.Holds(
            async () =>
            {
                Assert.Equal(200, await mesh.VoteAsync("tada"));
                var stat = await mesh.Conduit.RunAsync("stat", "deploy/voting", "-n", "emojivoto", "-o", "json");
                return stat.ExitCode == 0 && JsonNode.Parse(stat.Output)!.AsArray().Single()!["successCount"]?.GetValue<long>() > 0;
            },
            Recovery);
    }
}
