using Conduit.Cli.Tests.Running;
using Conduit.Testing.Api;
using Conduit.Testing.Snapshots;

namespace Conduit.Cli.Tests.Commands;

public sealed class StatCommandTests
{
    [Theory]
    [InlineData("stat deployments -n emojivoto")]
    [InlineData("stat deploy")]
    [InlineData("stat deploy/voting -n emojivoto -o wide")]
    [InlineData("stat deployment emojivoto/voting -o json")]
    [InlineData("stat deployment voting -n emojivoto -o yaml")]
    [InlineData("stat all -n emojivoto")]
    public async Task Stat_prints(string line)
    {
        await using var api = await FakeApi.StartAsync(EmojivotoMesh.Create());

        var result = await TestCli.RunAsync($"{line} --api-addr {api.Address}");

        Assert.Equal((ExitCode.Ok, ""), (result.ExitCode, result.Error));
        Snapshot.Match(result.Out, parameters: line);
    }
}
