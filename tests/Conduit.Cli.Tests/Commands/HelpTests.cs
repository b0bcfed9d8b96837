using Conduit.Cli.Tests.Running;
using Conduit.Testing.Snapshots;

namespace Conduit.Cli.Tests.Commands;

public sealed class HelpTests
{
    [Theory]
    [InlineData("check")]
    [InlineData("completion")]
    [InlineData("dashboard")]
    [InlineData("endpoints")]
    [InlineData("get")]
    [InlineData("inject")]
    [InlineData("install")]
    [InlineData("stat")]
    [InlineData("tap")]
    [InlineData("top")]
    [InlineData("uninject")]
    [InlineData("uninstall")]
    [InlineData("upgrade")]
    [InlineData("version")]
    public async Task Every_verb_explains_itself(string verb)
    {
        var result = await TestCli.RunAsync($"{verb} --help");

        Assert.Equal((ExitCode.Ok, ""), (result.ExitCode, result.Error));
        Snapshot.Match(result.Help, parameters: $"verb={verb}");
    }
}
