using System.Diagnostics;
using Conduit.Cli.Tests.Output.Dev;
using Conduit.Cli.Tests.Running;
using Conduit.Model.Cluster;
using Conduit.Operations.Dev;

namespace Conduit.Cli.Tests.Commands.Dev;

public sealed class DevCommandTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("conduit-dev-").FullName;
    private readonly DevMeshStore _store;

    public DevCommandTests() => _store = new DevMeshStore(_directory);

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("dev status")]
    [InlineData("dev status -o json")]
    public async Task Status_lists_meshes_and_processes_but_no_secret(string line)
    {
        using var self = Process.GetCurrentProcess();
        _store.Write(DevMeshes.Shop(new ProcessIdentity(self.Id, self.StartTime.ToUniversalTime())));

        var result = await RunAsync(line);

        Assert.Equal((ExitCode.Ok, ""), (result.ExitCode, result.Error));
        Assert.Contains("127.0.0.1:20004", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_without_a_mesh_is_an_empty_list()
    {
        Assert.Equal((ExitCode.Ok, "", "No dev mesh runs.\n"), await TellAsync("dev status"));
        Assert.Equal((ExitCode.Ok, "[]\n", ""), await TellAsync("dev status -o json"));
    }

    [Fact]
    public async Task Down_without_a_mesh_fails() => Assert.Equal((ExitCode.Failed, "", "error: no dev mesh runs\n"), await TellAsync("dev down"));

    [Theory]
    [InlineData("dev up --command web")]
    [InlineData("dev up --command =run")]
    [InlineData("dev up --command web=a --command web=b")]
    public async Task Up_wants_commands_with_names(string line) => Assert.Equal(ExitCode.Misuse, (await RunAsync(line)).ExitCode);

    private Task<CliResult> RunAsync(string line) => new TestCli { DevMeshes = _store }.InvokeAsync(line);

    private async Task<(int, string, string)> TellAsync(string line)
    {
        var result = await RunAsync(line);
        return (result.ExitCode, result.Out, result.Error);
    }
}
