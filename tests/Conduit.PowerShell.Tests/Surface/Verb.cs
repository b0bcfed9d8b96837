using System.CommandLine;
using Conduit.Cli.Commands;
using Conduit.PowerShell.Tests.Running;

namespace Conduit.PowerShell.Tests.Surface;

/// <summary>A verb of the command line with its own options and arguments.</summary>
internal sealed record Verb(string Name, Command Command)
{
    public static IReadOnlyList<Verb> All { get; } = [.. Below(Root(), "").OrderBy(verb => verb.Name, StringComparer.Ordinal)];

    /// <summary>The options that every verb takes.</summary>
    public static IReadOnlyList<Option> Globals { get; } = [.. Root().Options];

    /// <summary>Arguments and options in PowerShell's spelling: the long name, then the short ones.</summary>
    public IEnumerable<IReadOnlyList<string>> Inputs =>
    [
        .. Command.Arguments.Select(argument => (string[])[Pascal(argument.Name.ToLowerInvariant())]),
        .. Command.Options.Select(NamesOf),
    ];

    public static string[] NamesOf(Option option) => [.. option.Aliases.Prepend(option.Name).Select(name => Pascal(name.TrimStart('-')))];

    private static ConduitCommand Root() => new(CommandLineRun.Context(Stream.Null), []);

    private static IEnumerable<Verb> Below(Command command, string path) => command.Subcommands.SelectMany(child =>
        child.Subcommands.Count == 0 ? [new Verb(path + child.Name, child)] : Below(child, $"{path}{child.Name} "));

    private static string Pascal(string name) => string.Concat(name.Split('-', '_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
