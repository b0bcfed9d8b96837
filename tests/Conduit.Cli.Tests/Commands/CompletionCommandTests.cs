using Conduit.Cli.Tests.Running;
using Conduit.Testing.Api;

namespace Conduit.Cli.Tests.Commands;

public sealed class CompletionCommandTests
{
    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public async Task Each_shell_has_a_script_that_calls_back(string shell)
    {
        var result = await TestCli.RunAsync($"completion {shell}");

        Assert.Equal((ExitCode.Ok, ""), (result.ExitCode, result.Error));
        Assert.Contains("[suggest:", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_shell_is_misuse()
    {
        var result = await TestCli.RunAsync("completion tcsh");

        Assert.Equal(
            (ExitCode.Misuse, "error: unsupported shell type (must be bash, zsh, fish or powershell): tcsh\n"),
            (result.ExitCode, result.Error));
    }

    [Theory]
    [InlineData("st", "stat")]
    [InlineData("stat rep", "replicasets replicationcontrollers")]
    [InlineData("stat --fro", "--from --from-namespace")]
    [InlineData("stat -o ", "json name table wide yaml")]
    [InlineData("get ", "pods")]
    [InlineData("completion f", "fish")]
    [InlineData("stat deploy/", "")]
    public async Task Words_are_completed(string typed, string suggested) =>
        Assert.Equal(suggested, await SuggestAsync(new TestCli(), typed));

    [Theory]
    [InlineData("stat deploy/v", "deploy/vote-bot deploy/voting")]
    [InlineData("tap deployment we", "web")]
    [InlineData("tap pods ", "emoji-1 vote-bot-1 voting-1 web-1")]
    public async Task Names_come_from_the_mesh(string typed, string suggested)
    {
        await using var api = await FakeApi.StartAsync(EmojivotoMesh.Create());
        var cli = new TestCli { Environment = new() { ApiAddress = api.Address } };

        Assert.Equal(suggested, await SuggestAsync(cli, typed));
    }

    [Theory]
    [InlineData("$(reboot)")]
    [InlineData("`reboot`")]
    [InlineData("a;reboot")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    public async Task A_name_that_a_shell_would_run_is_not_suggested(string authority)
    {
        await using var api = await FakeApi.StartAsync();
        api.Mesh.Rows.Add(EmojivotoMesh.RowOf(EmojivotoMesh.Namespace, "authority", authority, stats: null));
        api.Mesh.Rows.Add(EmojivotoMesh.RowOf(EmojivotoMesh.Namespace, "authority", "web-svc:80", stats: null));
        var cli = new TestCli { Environment = new() { ApiAddress = api.Address } };

        Assert.Equal("web-svc:80", await SuggestAsync(cli, "stat authority "));
    }

    private static async Task<string> SuggestAsync(TestCli cli, string typed)
    {
        var result = await cli.InvokeAsync([$"[suggest:{typed.Length}]", typed]);

        Assert.Equal((ExitCode.Ok, ""), (result.ExitCode, result.Error));
        return result.Out.TrimEnd('\n').Replace('\n', ' ');
    }
}
