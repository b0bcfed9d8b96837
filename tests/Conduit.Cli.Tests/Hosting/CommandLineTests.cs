using Conduit.Cli.Tests.Running;
using Conduit.Testing.Snapshots;

namespace Conduit.Cli.Tests.Hosting;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("")]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task The_root_lists_what_there_is(string line)
    {
        var result = await TestCli.RunAsync(line);

        Assert.Equal(ExitCode.Ok, result.ExitCode);
        Assert.Empty(result.Error);
        Snapshot.Match(result.Out);
    }

    [Theory]
    [InlineData("vershun", "error: unrecognized command or argument 'vershun'.\nDid you mean 'version'?\nSee 'conduit --help'.\n")]
    [InlineData("stta", "error: unrecognized command or argument 'stta'.\nDid you mean 'stat'?\nSee 'conduit --help'.\n")]
    [InlineData("elephant", "error: unrecognized command or argument 'elephant'.\nSee 'conduit --help'.\n")]
    [InlineData("version --shrt", "error: unrecognized command or argument '--shrt'.\nDid you mean '--short'?\nSee 'conduit version --help'.\n")]
    [InlineData("version --kubconfig=x", "error: unrecognized command or argument '--kubconfig=x'.\nDid you mean '--kubeconfig'?\nSee 'conduit version --help'.\n")]
    [InlineData("version extra", "error: unrecognized command or argument 'extra'.\nSee 'conduit version --help'.\n")]
    [InlineData("version --nope", "error: unrecognized command or argument '--nope'.\nSee 'conduit version --help'.\n")]
    [InlineData("-c a/b version", "error: a/b is not a valid namespace\nSee 'conduit version --help'.\n")]
    [InlineData("version @words", "error: unrecognized command or argument '@words'.\nSee 'conduit version --help'.\n")]
    public async Task What_is_not_understood_is_misuse(string line, string said)
    {
        var result = await TestCli.RunAsync(line);

        Assert.Equal(ExitCode.Misuse, result.ExitCode);
        Assert.Empty(result.Out);
        Assert.Equal(said, result.Error);
    }

    [Theory]
    [InlineData("help", "--help")]
    [InlineData("help stat", "stat --help")]
    [InlineData("help dev up", "dev up --help")]
    public async Task Help_is_a_word_too(string line, string same) =>
        Assert.Equal((await TestCli.RunAsync(same)).Out, (await TestCli.RunAsync(line)).Out);

    [Fact]
    public async Task Version_option_prints_the_bare_version()
    {
        var result = await TestCli.RunAsync("--version");

        Assert.Equal((ExitCode.Ok, "0.1.0\n", ""), (result.ExitCode, result.Out, result.Error));
    }

    [Fact]
    public async Task Errors_are_coloured_on_a_terminal()
    {
        var result = await new TestCli { OnTerminal = true }.InvokeAsync("vershun");

        Assert.StartsWith("\e[31merror:\e[0m ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NO_COLOR_is_honoured()
    {
        var result = await new TestCli { OnTerminal = true, Environment = new() { NoColor = true } }.InvokeAsync("vershun");

        Assert.StartsWith("error: ", result.Error, StringComparison.Ordinal);
    }
}
