using System.Collections.Immutable;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using Conduit.Cli.Hosting;
using Conduit.Model.Resources;
using Conduit.Operations.Completion;
using Conduit.Operations.Resources;

namespace Conduit.Cli.Commands.Options;

/// <summary>Suggests kinds, and behind a kind the names that the mesh knows.</summary>
internal sealed class ResourceCompletion(CommandContext context, NamespaceOptions choice)
{
    public IEnumerable<CompletionItem> Suggest(CompletionContext typed, ArgumentResult? words)
    {
        var word = typed.WordToComplete;
        var before = words?.Tokens.Select(token => token.Value).FirstOrDefault(value => value != word);

        var suggestions = (before, word.Split('/')) switch
        {
            (null, [var kind, _]) => Names(typed, kind).Select(name => $"{kind}/{name}"),
            (null, _) => [.. Enum.GetValues<ResourceKind>().Select(ResourceKindNames.Plural), ResourceTarget.All],
            (var kind, _) => Names(typed, kind),
        };

        return suggestions
            .Where(suggestion => suggestion.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(suggestion => new CompletionItem(suggestion));
    }

    private ImmutableArray<string> Names(CompletionContext typed, string word)
    {
        if (!ResourceKindNames.TryParse(word, out var kind))
        {
            return [];
        }

        var names = new NameSuggestions(() => context.ConnectQuietly(typed.ParseResult), context.Time);

        // The parser asks for completions synchronously. This wait is bounded, and no other work waits behind it.
        return names.ListAsync(kind, choice.Read(typed.ParseResult), CancellationToken.None).GetAwaiter().GetResult();
    }
}
