using System.CommandLine;
using Conduit.Cli.Hosting;
using Conduit.Operations.Resources;

namespace Conduit.Cli.Commands.Options;

/// <summary>What a verb is about, in either grammar: <c>TYPE[/NAME]</c> or <c>TYPE [NAMESPACE/]NAME</c>.</summary>
internal sealed class ResourceArgument
{
    private readonly Argument<string[]> _words = new("RESOURCE")
    {
        Description = "TYPE, TYPE/NAME, TYPE NAME or TYPE NAMESPACE/NAME, such as deploy/web.",
        HelpName = "RESOURCE",
        Arity = new ArgumentArity(1, 2),
    };

    public ResourceArgument(CommandContext context, NamespaceOptions choice)
    {
        var completion = new ResourceCompletion(context, choice);
        _words.CompletionSources.Add(typed => completion.Suggest(typed, typed.ParseResult.GetResult(_words)));
    }

    public void AddTo(Command command) => command.Arguments.Add(_words);

    public ResourceTarget Read(ParseResult parsed) => ResourceTarget.Parse(parsed.GetRequiredValue(_words));
}
