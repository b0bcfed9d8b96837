using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using Conduit.Cli.Output;

namespace Conduit.Cli.Hosting;

/// <summary>
/// Answers the shells' completion scripts: <c>conduit [suggest:POSITION] "LINE"</c>, the line without the program's name. Only words
/// that go on as the typed one began; options only once a dash was typed.
/// </summary>
internal sealed class SuggestWords(SuggestDirective directive, Terminal terminal) : SynchronousCommandLineAction
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
        suggestion.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (word.StartsWith('-') || !suggestion.StartsWith('-'));

    private int? Position(ParseResult parsed) =>
        int.TryParse(parsed.GetResult(directive)?.Values is [var text, ..] ? text : null, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : null;
}
