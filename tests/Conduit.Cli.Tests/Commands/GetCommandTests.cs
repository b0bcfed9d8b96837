using Conduit.Cli.Tests.Running;
using Conduit.Testing.Api;
using Conduit.Testing.Snapshots;

namespace Conduit.Cli.Tests.Commands;

public sealed class GetCommandTests : IAsyncLifetime
{
    private FakeApi _api = null!;

    public async Task InitializeAsync() => _api = await FakeApi.StartAsync(EmojivotoMesh.Create());

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData("table")]
    [InlineData("wide")]
    [InlineData("json")]
    [InlineData("yaml")]
    public async Task Pods_are_listed(string format)
    {
        var crashed = EmojivotoMesh.PodOf("other", "crashing");
        crashed.Status = "CrashLoopBackOff";
        crashed.Message = "back-off 10s restarting failed container";
        crashed.Ready = false;
        crashed.Restarts = 3;
        crashed.Uptime = null;
        crashed.Owner = null;
        _api.Mesh.Pods.Add(crashed);

        var result = await GetAsync($"get pods -o {format}");

        Assert.Equal((ExitCode.Ok, ""), (result.ExitCode, result.Error));
        Snapshot.Match(result.Out, parameters: $"format={format}");
    }

    [Theory]
    [InlineData("get po -n nowhere", ExitCode.Ok, "No resources found.\n")]
    [InlineData("get deployments", ExitCode.Misuse, "error: invalid resource type deployments, only pods are allowed as resource types\n")]
    public async Task Nothing_to_list_is_said(string line, int exitCode, string said)
    {
        var result = await GetAsync(line);

        Assert.Equal((exitCode, "", said), (result.ExitCode, result.Out, result.Error));
    }

    private Task<CliResult> GetAsync(string line) => TestCli.RunAsync($"{line} --api-addr {_api.Address}");
}
