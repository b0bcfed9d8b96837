using Conduit.Cli.Tests.Running;
using Conduit.Testing.Api;
using Conduit.Testing.Snapshots;

namespace Conduit.Cli.Tests.Commands;

public sealed class EdgesCommandTests : IAsyncLifetime
{
    private FakeApi _api = null!;

    public async Task InitializeAsync() => _api = await FakeApi.StartAsync(EmojivotoMesh.Create());

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData("table")]
    [InlineData("wide")]
    [InlineData("json")]
    public async Task Who_calls_whom_is_shown(string format)
    {
        var result = await EdgesAsync($"edges -n emojivoto -o {format}");

        Assert.Equal((ExitCode.Ok, ""), (result.ExitCode, result.Error));
        Snapshot.Match(result.Out, parameters: $"format={format}");
    }

    [Theory]
    [InlineData("edges deploy/voting -n emojivoto")]
    [InlineData("edges deployment emojivoto/voting")]
    public async Task Either_grammar_names_an_end(string line)
    {
        var result = await EdgesAsync($"{line} -o json");

        Assert.Single(System.Text.Json.Nodes.JsonNode.Parse(result.Out)!.AsArray());
    }

    [Fact]
    public async Task No_traffic_is_said()
    {
        _api.Mesh.Edges.Clear();

        var result = await EdgesAsync("edges -A");

        Assert.Equal((ExitCode.Ok, "", "No traffic found.\n"), (result.ExitCode, result.Out, result.Error));
    }

    private Task<CliResult> EdgesAsync(string line) => TestCli.RunAsync($"{line} --api-addr {_api.Address}");
}
