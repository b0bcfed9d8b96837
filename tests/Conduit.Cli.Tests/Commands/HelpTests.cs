using System.CommandLine;
using Conduit.Cli.Commands;
using Conduit.Cli.Output.Help;
using Conduit.Cli.Tests.Running;
using Conduit.Testing.Snapshots;

namespace Conduit.Cli.Tests.Commands;

public sealed class HelpTests
{
    public static TheoryData<string> Verbs() => [.. VerbsOf(new ConduitCommand(new TestCli().Context(TextWriter.Null), []))];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Every_verb_explains_itself(string verb)
    {
        var result = await TestCli.RunAsync($"{verb} --help");

        Assert.Equal((ExitCode.Ok, ""), (result.ExitCode, result.Error));
        Snapshot.Match(result.Out, parameters: $"verb={verb}");
    }

    [Fact]
    public async Task Lines_fit_a_narrow_terminal_and_pages_are_never_too_wide_to_read()
    {
        var wide = await TestCli.RunAsync("install --help");
        var narrow = new StringWriter();
        new HelpPage(narrow, width: 60).Write(new ConduitCommand(new TestCli().Context(TextWriter.Null), []), []);

        Assert.All(wide.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        Assert.All(narrow.ToString().Split('\n'), line => Assert.InRange(line.Length, 0, 60));
    }

    private static IEnumerable<string> VerbsOf(Command command, string path = "") => command.Subcommands.SelectMany(child =>
        child.Subcommands.Count == 0 ? [path + child.Name] : VerbsOf(child, $"{path}{child.Name} ").Prepend(path + child.Name));
}
