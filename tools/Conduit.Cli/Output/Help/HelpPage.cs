using System.CommandLine;
using Conduit.Cli.Commands;

namespace Conduit.Cli.Output.Help;

/// <summary>All that there is to know of one command, in the order of a manual's page.</summary>
internal sealed class HelpPage(TextWriter output, int width)
{
    private readonly HelpText _text = new(output, width);

    /// <param name="command">Whose page.</param>
    /// <param name="globals">The options that every command takes.</param>
    public void Write(Command command, IReadOnlyCollection<Option> globals)
    {
        var verb = command as VerbCommand;
        var isRoot = command is RootCommand;

        _text.Paragraphs("Description", $"{command.Description}\n\n{verb?.Details}");
        _text.Paragraphs("Usage", HelpWords.Usage(command));
        _text.Rows("Arguments", command.Arguments.Select(HelpWords.Row));
        _text.Rows("Commands", command.Subcommands.Select(child => (child.Name, child.Description ?? "")));
        _text.Rows("Options", command.Options.Where(option => !globals.Contains(option)).Select(HelpWords.Row).Concat(isRoot ? [] : [HelpWords.OfHelp]));
        _text.Rows("Global options", globals.Select(HelpWords.Row));
        _text.Rows("Exit codes", ExitCodes(verb, isRoot));
        _text.Examples(verb?.Examples ?? []);
    }

    private static IEnumerable<(string, string)> ExitCodes(VerbCommand? verb, bool isRoot) =>
        (verb?.ExitCodes ?? (isRoot ? ExitCode.Meanings : [])).Select(meaning => ($"{meaning.Code}", meaning.Meaning));
}
