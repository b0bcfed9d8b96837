using System.Text.Json.Nodes;
using Conduit.Testing.Processes;
using Conduit.Testing.Time;

namespace Conduit.Integration.Tests.Dev;

/// <summary>What a newcomer sees of emojivoto while it runs.</summary>
[Collection(DevMeshes.Name)]
public sealed class VerbsOnEmojivotoTests(EmojivotoMesh mesh) : IClassFixture<EmojivotoMesh>
{
    private const string DoughnutPath = "/emojivoto.v1.VotingService/VoteDoughnut";

    [Fact]
    public async Task Stat_shows_every_workload_and_which_one_fails()
    {
        var rows = new Dictionary<string, JsonObject>();

        // A window that begins after the start, whose first calls may have run out of time on a busy machine.
        await Eventually.Holds(async () =>
        {
            await mesh.VoteMixedAsync();
            rows = (await StatAsync("deployments", "-n", "emojivoto", "-t", "10s")).ToDictionary(row => row["name"]!.GetValue<string>());
            return RateOf(rows["voting"]) < 1 && RateOf(rows["emoji"]) is 1.0;
        });

        Assert.Equal(["emoji", "vote-bot", "voting", "web"], rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(rows.Values, row => Assert.Equal((1, 1), (row["meshedPods"]!.GetValue<int>(), row["runningPods"]!.GetValue<int>())));
        Assert.All(new[] { "web", "emoji", "voting" }, name => Assert.True(rows[name]["latencyMsP99"]!.GetValue<double>() > 0));
    }

    [Fact]
    public async Task Stat_prints_the_columns_of_a_service_mesh()
    {
        var result = await mesh.Conduit.RunAsync("stat", "deployments", "-n", "emojivoto");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Matches(@"^NAME +MESHED +SUCCESS +RPS +LATENCY_P50 +LATENCY_P95 +LATENCY_P99 +TLS", result.Output);
        Assert.Matches(@"(?m)^voting +1/1 ", result.Output);
    }

    [Fact]
    public async Task Stat_from_web_counts_what_voting_itself_counts()
    {
        // Only web calls voting, so both ends of that edge count the same. The bot goes on meanwhile, so the far end is asked twice.
        await Eventually.Holds(async () =>
        {
            await mesh.VoteMixedAsync();
            var before = CountsOf(await StatAsync("deployment", "emojivoto/voting", "-t", "10m"));
            var fromWeb = CountsOf(await StatAsync("deploy/voting", "--from", "deploy/web", "-n", "emojivoto", "-t", "10m"));
            var after = CountsOf(await StatAsync("deployment", "emojivoto/voting", "-t", "10m"));

            return before.Failures > 0
                && before.Successes <= fromWeb.Successes && fromWeb.Successes <= after.Successes
                && before.Failures <= fromWeb.Failures && fromWeb.Failures <= after.Failures;
        });
    }

    [Fact]
    public async Task Stat_all_has_a_table_for_each_kind()
    {
        var result = await mesh.Conduit.RunAsync("stat", "all", "-n", "emojivoto");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("deploy/voting", result.Output, StringComparison.Ordinal);
        Assert.Contains("po/voting-", result.Output, StringComparison.Ordinal);
        Assert.Contains("au/voting-svc.emojivoto", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Top_shows_the_failing_path()
    {
        await using var top = mesh.Conduit.Start("top", "deploy/voting", "-n", "emojivoto", "--duration", "6s", "-o", "json");
        var watched = top.EndAsync(TimeSpan.FromSeconds(60));

        while (!watched.IsCompleted)
        {
            await mesh.VoteMixedAsync();
        }

        var failing = JsonNode.Parse((await watched).Output)!.ToJsonString();
        Assert.Contains(DoughnutPath, failing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tap_streams_the_doughnut_votes_with_their_grpc_status()
    {
        await using var tap = mesh.Conduit.Start("tap", "deploy/voting", "-n", "emojivoto", "-o", "json", "--max-rps", "100", "--path", DoughnutPath);

        await Eventually.Holds(async () =>
        {
            await mesh.VoteMixedAsync();
            return Lines(tap).Any(line => line["grpcStatusName"]?.GetValue<string>() == "Unknown");
        });

        var requests = Lines(tap).Where(line => line["event"]!.GetValue<string>() == "request").ToArray();
        Assert.NotEmpty(requests);
        Assert.All(requests, request => Assert.Equal(DoughnutPath, request["path"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Tap_prints_request_response_and_end_of_what_web_sends_to_voting()
    {
        await using var tap = mesh.Conduit.Start("tap", "deployment", "emojivoto/web", "--max-rps", "100", "--method", "POST", "--to", "deploy/voting");

        await Eventually.Holds(async () =>
        {
            await mesh.VoteMixedAsync();
            return new[] { "req id=", "rsp id=", "end id=" }.All(start => tap.Output.Contains(start, StringComparison.Ordinal));
        });

        Assert.Contains("proxy=out", tap.Output, StringComparison.Ordinal);
        Assert.Contains(":authority=voting-svc.emojivoto:8080", tap.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(":authority=emoji-svc", tap.Output, StringComparison.Ordinal);
    }

    private static JsonObject[] Lines(RunningProgram tap)
    {
        // The last line may still be on its way.
        var whole = tap.Output[..(tap.Output.LastIndexOf('\n') + 1)];
        return [.. whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    private static double? RateOf(JsonObject row) => row["successRate"]?.GetValue<double>();

    private static (long Successes, long Failures) CountsOf(JsonObject[] rows) => rows is [var row]
        ? (row["successCount"]?.GetValue<long>() ?? 0, row["failureCount"]?.GetValue<long>() ?? 0)
        : (0, 0);

    private async Task<JsonObject[]> StatAsync(params string[] arguments)
    {
        var result = await mesh.Conduit.RunAsync(["stat", .. arguments, "-o", "json"]);
        Assert.True(result.ExitCode == 0, result.ToString());
        return [.. JsonNode.Parse(result.Output)!.AsArray().Select(row => row!.AsObject())];
    }
}
