using System.Text.Json.Nodes;
using Conduit.EndToEnd.Meshes;
using Conduit.Model.Cluster;
using Conduit.Testing.Dev;
using Conduit.Testing.Processes;
using Conduit.Testing.Time;

namespace Conduit.EndToEnd.Packages;

/// <summary>What a user does with the installed tool, without a cluster.</summary>
public sealed class PackedToolTests(PackedTool tool) : IClassFixture<PackedTool>
{
    private const string DoughnutPath = "/emojivoto.v1.VotingService/VoteDoughnut";

    private static readonly TimeSpan TopLimit = TimeSpan.FromSeconds(60);

    [Fact]
    public void It_is_native_code()
    {
        var files = Directory.EnumerateFiles(tool.Tools, "conduit*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)).ToList();

        Assert.Contains("conduit", files);
        Assert.DoesNotContain("conduit.dll", files);
    }

    [Fact]
    public async Task It_injects_and_gives_the_input_back()
    {
        var folder = Directory.CreateTempSubdirectory("conduit-state-");

        try
        {
            var conduit = tool.Conduit(folder.FullName);
            var meshed = (await conduit.RunAsync("inject", Emojivoto.ManifestPath)).Printed;
            var file = Path.Combine(folder.FullName, "meshed.yml");
            await File.WriteAllTextAsync(file, meshed);

            Assert.StartsWith("Client version: ", (await conduit.RunAsync("version", "--client")).Printed, StringComparison.Ordinal);
            Assert.Contains("name: conduit-proxy", meshed, StringComparison.Ordinal);
            Assert.Equal(await File.ReadAllTextAsync(Emojivoto.ManifestPath), (await conduit.RunAsync("uninject", file)).Printed);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task It_runs_a_mesh_that_shows_its_traffic_recovers_and_leaves_nothing()
    {
        var mesh = new EmojivotoRun(tool.Conduit);

        try
        {
            await mesh.InitializeAsync();

            await StatShowsWhoFailsAsync(mesh);
            await TapShowsTheVotesAsync(mesh);
            await TopShowsTheFailingPathAsync(mesh);

            var proxy = mesh.Process(DevProcessRole.Proxy, "voting");
            await mesh.KillAsync(proxy, () => mesh.Process(DevProcessRole.Proxy, "voting"));
            await Eventually.Holds(async () => await mesh.VoteAsync("tada") == 200);

            var processes = mesh.State.Processes;
            var result = await mesh.StopAsync();

            Assert.True(result.ExitCode == 0, result.ToString());
            Assert.DoesNotContain(processes, process => Directory.Exists($"/proc/{process.Identity!.ProcessId}"));
            Assert.False(Directory.Exists(mesh.StateFolder) && Directory.EnumerateFileSystemEntries(mesh.StateFolder).Any());
        }
        finally
        {
            await mesh.DisposeAsync();
        }
    }

    private static async Task StatShowsWhoFailsAsync(EmojivotoRun mesh)
    {
        // A window that begins after the start, whose first calls may have run out of time on a busy machine.
        await Eventually.Holds(async () =>
        {
            await mesh.VoteMixedAsync();
            var rows = Json(await mesh.Conduit.RunAsync("stat", "deployments", "-n", "emojivoto", "-t", "10s", "-o", "json"));
            var rates = rows.ToDictionary(row => row!["name"]!.GetValue<string>(), row => row!["successRate"]?.GetValue<double>());
            return rates.Count == 4 && rates["voting"] < 1 && rates["emoji"] is 1.0;
        });

        var voting = Json(await mesh.Conduit.RunAsync("stat", "deploy/voting", "--from", "deploy/web", "-n", "emojivoto", "-o", "json")).Single()!;
        Assert.True(voting["failureCount"]!.GetValue<long>() > 0, voting.ToJsonString());
        Assert.Matches("(?m)^voting +1/1 ", (await mesh.Conduit.RunAsync("stat", "deployments")).Printed);
    }

    private static async Task TapShowsTheVotesAsync(EmojivotoRun mesh)
    {
        await using var tap = mesh.Conduit.Start("tap", "deploy/voting", "-n", "emojivoto", "-o", "json", "--max-rps", "100", "--path", DoughnutPath);

        await Eventually.Holds(async () =>
        {
            await mesh.VoteMixedAsync();
            return tap.Output.Contains("\"grpcStatusName\":\"Unknown\"", StringComparison.Ordinal);
        });
    }

    private static async Task TopShowsTheFailingPathAsync(EmojivotoRun mesh)
    {
        await using var top = mesh.Conduit.Start("top", "deploy/voting", "-n", "emojivoto", "--duration", "6s");
        var watched = top.EndAsync(TopLimit);

        while (!watched.IsCompleted)
        {
            await mesh.VoteMixedAsync();
        }

        Assert.Matches($"{DoughnutPath} .* 0\\.00%", (await watched).Printed);
    }

    private static JsonArray Json(ProgramResult result) => JsonNode.Parse(result.Printed)!.AsArray();
}
