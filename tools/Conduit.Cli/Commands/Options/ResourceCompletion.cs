using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using Conduit.Cli.Hosting;
using Conduit.Operations.Completion;

namespace Conduit.Cli.Commands.Options;

/// <summary>Suggests kinds, and behind a kind the names that the mesh knows.</summary>
internal sealed class ResourceCompletion(CommandContext context, NamespaceOptions choice)
{
    public IEnumerable<CompletionItem> Suggest(CompletionContext typed, ArgumentResult? words)
    {
        var word = typed.WordToComplete;
        var before = words?.Tokens.Select(token => token.Value).FirstOrDefault(value => value != word);
        var suggestions = new ResourceSuggestions(new NameSuggestions(() => context.ConnectQuietly(typed.ParseResult), context.Time));

        // The parser asks for completions synchronously. This wait is bounded, and no other work waits behind it.
        return suggestions.ListAsync(before, word, choice.Read(typed.ParseResult), CancellationToken.None)
            .GetAwaiter()
            .GetResult()
            .Select(suggestion => new CompletionItem(suggestion));
    }
}
