using System.CommandLine;
using Conduit.Cli.Hosting;
using Conduit.Operations.Resources;

namespace Conduit.Cli.Commands.Options;

/// <summary>What a verb is about, in either grammar: <c>TYPE[/NAME]</c> or <c>TYPE [NAMESPACE/]NAME</c>.</summary>
internal sealed class ResourceArgument
{
    private const string Forms = "TYPE, TYPE/NAME, TYPE NAME or TYPE NAMESPACE/NAME, such as deploy/web.";

    private readonly string? _otherwise;
    private readonly Argument<string[]> _words;

    /// <param name="context">Whose meshes names are suggested from.</param>
    /// <param name="choice">The namespace that they lie in.</param>
    /// <param name="otherwise">What is meant where nothing is said; null where something has to be.</param>
    public ResourceArgument(CommandContext context, NamespaceOptions choice, string? otherwise = null)
    {
        _otherwise = otherwise;
        _words = new Argument<string[]>("RESOURCE")
        {
            Description = otherwise is null ? Forms : $"{Forms} Default: {otherwise}.",
            HelpName = "RESOURCE",
            Arity = new ArgumentArity(otherwise is null ? 1 : 0, 2),
        };

        var completion = new ResourceCompletion(context, choice);
        _words.CompletionSources.Add(typed => completion.Suggest(typed, typed.ParseResult.GetResult(_words)));
    }

    public void AddTo(Command command) => command.Arguments.Add(_words);

    public ResourceTarget Read(ParseResult parsed) =>
        ResourceTarget.Parse(parsed.GetValue(_words) is [_, ..] words ? words : [_otherwise!]);
}
