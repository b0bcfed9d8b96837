using Conduit.EndToEnd.Clusters;
using Conduit.EndToEnd.Commands;
using Conduit.EndToEnd.Meshes;
using Conduit.Testing.Processes;
using Conduit.Testing.Time;
using Xunit.Abstractions;

namespace Conduit.EndToEnd.Walkthrough;

/// <summary>The first quarter of an hour of a new user.</summary>
public sealed class WalkthroughTests(ITestOutputHelper output)
{
    private const string App = "emojivoto";

    [Fact]
    public Task Its_commands_work_in_their_order() => WalkAsync("conduit", [], []);

    [Fact]
    public Task Its_commands_work_with_a_control_plane_in_a_namespace_of_the_users_choice() =>
        WalkAsync("my-namespace", ["-n", "my-namespace"], ["-c", "my-namespace"]);

    private async Task WalkAsync(string controlPlane, string[] own, string[] of)
    {
        var story = new Story(output, controlPlane, App);
        var plane = new ClusterNamespace(controlPlane);
        await using var app = new ClusterNamespace(App);

        try
        {
            await story.StepAsync("conduit version", async () =>
                Assert.Contains("Server version: unavailable", (await Shell.ConduitAsync(["version", .. of])).Printed, StringComparison.Ordinal));

            await story.StepAsync("conduit install | kubectl apply -f -", async () =>
                await Shell.ApplyAsync((await Shell.ConduitAsync(["install", .. own])).Printed));
            await story.StepAsync("the control plane starts", plane.SettledAsync);

            await story.StepAsync("conduit version, with a server", async () =>
                Assert.Contains("Server version: 0.1.0", (await Shell.ConduitAsync(["version", .. of])).Printed, StringComparison.Ordinal));
            await story.StepAsync("conduit check", async () => AssertAllGreen(await Shell.ConduitAsync(["check", .. own])));

            await story.StepAsync("conduit inject emojivoto.yml --skip-inbound-ports=80 | kubectl apply -f -", async () =>
                await Shell.ApplyAsync((await Shell.ConduitAsync(["inject", Emojivoto.ManifestPath, "--skip-inbound-ports=80", .. of])).Printed));
            await story.StepAsync("emojivoto starts", app.SettledAsync);

            await story.StepAsync("conduit stat deployments", () => ShowsTrafficAsync(["stat", "deployments", .. of], "voting"));
            await story.StepAsync("conduit stat deployment emojivoto/voting", () => ShowsTrafficAsync(["stat", "deployment", "emojivoto/voting", .. of], "voting"));
            await story.StepAsync("conduit tap deployment emojivoto/voting", () => TapsAsync(of));
            await story.StepAsync("conduit dashboard", () => OpensAsync(own));
        }
        finally
        {
            await Mesh.UninstallAsync(plane);
        }
    }

    private static void AssertAllGreen(ProgramResult check)
    {
        Assert.True(check.ExitCode == 0, check.ToString());
        Assert.Contains("Status check results are [ok]", check.Output, StringComparison.Ordinal);
    }

    /// <summary>The row of the workload has numbers in place of dashes.</summary>
    private static Task ShowsTrafficAsync(string[] verb, string workload) => Eventually.Holds(
        async () => (await Shell.ConduitAsync(verb)).Printed.Split('\n')
            .Any(line => line.Contains(workload, StringComparison.Ordinal) && line.Contains("rps", StringComparison.Ordinal)),
        what: $"{string.Join(' ', verb)} shows the traffic of {workload}");

    private static async Task TapsAsync(string[] of)
    {
        await using var tap = Shell.StartConduit(["tap", "deployment", "emojivoto/voting", .. of]);
        await Eventually.Holds(() => tap.Output.Contains(":path=/emojivoto.v1.VotingService/Vote", StringComparison.Ordinal), what: $"tap shows a vote; it printed {tap.Error}");
    }

    private static async Task OpensAsync(string[] own)
    {
        await using var dashboard = Shell.StartConduit(["dashboard", "--show", "url", .. own]);
        var address = "";
        await Eventually.Holds(() => (address = AddressIn(dashboard.Output)) != "", what: "dashboard prints its address");

        using var browser = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var page = await browser.GetAsync(new Uri(address));
        Assert.Equal(System.Net.HttpStatusCode.OK, page.StatusCode);
    }

    private static string AddressIn(string output) =>
        output.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)) ?? "";
}
