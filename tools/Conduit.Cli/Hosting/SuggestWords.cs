using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using Conduit.Cli.Output;

namespace Conduit.Cli.Hosting;

/// <summary>
/// Answers the shells' completion scripts: <c>conduit [suggest:POSITION] "LINE"</c>, the line without the program's name. Only words
/// that go on as the typed one began; options only once a dash was typed. Names may come from traffic, so only what every shell takes as the
/// plain word that it is: another one would be run when the user presses Enter.
/// </summary>
internal sealed partial class SuggestWords(SuggestDirective directive, Terminal terminal) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var line = parseResult.Tokens.LastOrDefault(token => token.Type != TokenType.Directive)?.Value ?? "";
        var position = Math.Clamp(Position(parseResult) ?? line.Length, 0, line.Length);
        var word = line[..position].Split(' ')[^1];
        var completed = parseResult.RootCommandResult.Command.Parse(line, parseResult.Configuration);

        foreach (var suggestion in completed.GetCompletions(position).Select(item => item.Label).Where(label => Continues(label, word)))
        {
            terminal.Out.WriteLine(suggestion);
        }

        return ExitCode.Ok;
    }

    private static bool Continues(string suggestion, string word) =>
        suggestion.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && (word.StartsWith('-') || !suggestion.StartsWith('-'))
        && PlainWord().IsMatch(suggestion);

    [GeneratedRegex("^[A-Za-z0-9._:/@%+-]+$")]
    private static partial Regex PlainWord();

    private int? Position(ParseResult parsed) =>
        int.TryParse(parsed.GetResult(directive)?.Values is [var text, ..] ? text : null, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : null;
}
