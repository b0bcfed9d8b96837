using System.Text.Json;
using Conduit.Cli.Tests.Running;
using Conduit.Testing.Api;
using Conduit.Testing.Snapshots;

namespace Conduit.Cli.Tests.Commands;

public sealed class StatCommandTests : IAsyncLifetime
{
    private FakeApi _api = null!;

    public async Task InitializeAsync() => _api = await FakeApi.StartAsync(EmojivotoMesh.Create());

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData("stat deployments -n emojivoto", "namespace")]
    [InlineData("stat deploy", "everywhere")]
    [InlineData("stat deploy -A", "everywhere")]
    [InlineData("stat deploy/voting -n emojivoto", "one")]
    [InlineData("stat deploy voting -n emojivoto", "one")]
    [InlineData("stat deployment emojivoto/voting", "one")]
    [InlineData("stat deploy/voting -n emojivoto -o wide", "wide")]
    [InlineData("stat deployment emojivoto/voting -o json", "json")]
    [InlineData("stat deployment emojivoto/vote-bot -o json", "idle-json")]
    [InlineData("stat deployment emojivoto/voting -o yaml", "yaml")]
    public async Task Stat_prints(string line, string layout)
    {
        var result = await StatAsync(line);

        Assert.Equal((ExitCode.Ok, ""), (result.ExitCode, result.Error));
        Snapshot.Match(result.Out, parameters: $"layout={layout}");
    }

    [Fact]
    public async Task All_prints_a_table_for_each_type()
    {
        _api.Mesh.Rows.Add(EmojivotoMesh.RowOf(EmojivotoMesh.Namespace, "authority", "web-svc.emojivoto:80", stats: null));
        _api.Mesh.Rows.Add(EmojivotoMesh.RowOf(EmojivotoMesh.Namespace, "pod", "web-1", stats: null));

        Snapshot.Match((await StatAsync("stat all -n emojivoto")).Out);
    }

    [Fact]
    public async Task Nothing_to_show_is_said()
    {
        var result = await StatAsync("stat sts -n emojivoto");

        Assert.Equal((ExitCode.Ok, "", "No traffic found.\n"), (result.ExitCode, result.Out, result.Error));
    }

    [Fact]
    public async Task Json_keeps_its_shape_when_nothing_matches()
    {
        var result = await StatAsync("stat sts -n emojivoto -o json");

        Assert.Equal((ExitCode.Ok, ""), (result.ExitCode, result.Error));
        Assert.Equal(0, JsonDocument.Parse(result.Out).RootElement.GetArrayLength());
    }

    [Fact]
    public async Task A_service_is_answered_for_its_workload()
    {
        var result = await StatAsync("stat deployment emojivoto/emoji-svc");

        Assert.Equal("note: emoji-svc is a service; this is what it leads to: deployment emoji\n", result.Error);
        Assert.StartsWith("emoji ", result.Out.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_that_is_not_held_is_said()
    {
        _api.Mesh.ActualWindow = TimeSpan.FromSeconds(30);

        var result = await StatAsync("stat deploy/voting -n emojivoto -t 10m");

        Assert.Equal("note: the controller holds the last 30s, so the numbers cover that in place of 10m\n", result.Error);
        Assert.Contains("2.0rps", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminal_sees_which_mesh_answered_and_colours()
    {
        var result = await new TestCli { OnTerminal = true }.InvokeAsync($"stat deploy -n emojivoto --api-addr {_api.Address}");

        Assert.Equal($"\e[2mmesh at {_api.Address} (--api-addr)\e[0m\n", result.Error);
        Assert.Contains("\e[31m 85.00%\e[0m", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_says_which_mesh_is_asked() =>
        Assert.Equal($"mesh at {_api.Address} (--api-addr)\n", (await StatAsync("stat deploy -n emojivoto --verbose")).Error);

    [Theory]
    [InlineData("stat deploymint", ExitCode.Misuse, "cannot find Kubernetes canonical name from friendly name [deploymint]")]
    [InlineData("stat deploy/web -A", ExitCode.Misuse, "stats for a resource cannot be retrieved by name across all namespaces")]
    [InlineData("stat deploy --from au/x", ExitCode.Misuse, "cannot query traffic --from an authority")]
    [InlineData("stat deploy --to all", ExitCode.Misuse, "resource type 'all' is not supported as a filter")]
    [InlineData("stat svc", ExitCode.Misuse, "service only supported as a target on 'from' queries, or as a destination on 'to' queries")]
    [InlineData("stat deploy --to svc/a --from deploy/b", ExitCode.Misuse, "--to and --from cannot be combined")]
    [InlineData("stat deploy -t yesterday", ExitCode.Misuse, "'yesterday' is no duration")]
    [InlineData("stat deploy -t 0s", ExitCode.Misuse, "the time window must be longer than zero")]
    [InlineData("stat deploy -o xml", ExitCode.Misuse, "'xml' not recognized")]
    [InlineData("stat", ExitCode.Misuse, "required argument missing")]
    [InlineData("stat deploy a b", ExitCode.Misuse, "unrecognized command or argument 'b'")]
    [InlineData("stat deploy/nothing -n emojivoto", ExitCode.Failed, "no deployment and no service 'nothing' in namespace emojivoto. There are: emoji, vote-bot, voting, web.")]
    public async Task Errors_say_what_was_wrong(string line, int exitCode, string said)
    {
        var result = await StatAsync(line);

        Assert.Equal((exitCode, ""), (result.ExitCode, result.Out));
        Assert.StartsWith("error: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
    }

    private Task<CliResult> StatAsync(string line) => TestCli.RunAsync($"{line} --api-addr {_api.Address}");
}
