using System.Collections.Immutable;
using Conduit.Model.Resources;
using Conduit.Operations.Resources;

namespace Conduit.Operations.Completion;

/// <summary>Completes a resource as it is typed: kinds, and behind a kind the names that the mesh knows.</summary>
public sealed class ResourceSuggestions(NameSuggestions names)
{
    /// <param name="before">The word before it, when that is a part of the resource too.</param>
    /// <param name="word">What was typed so far.</param>
    /// <param name="choice">Which namespace names are taken from.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<string>> ListAsync(string? before, string word, NamespaceChoice choice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(word);

        IEnumerable<string> suggestions = (before, word.Split('/')) switch
        {
            (null, [var kind, _]) => (await NamesAsync(kind, choice, cancellationToken)).Select(name => $"{kind}/{name}"),
            (null, _) => [.. Enum.GetValues<ResourceKind>().Select(ResourceKindNames.Plural), ResourceTarget.All],
            (var kind, _) => await NamesAsync(kind, choice, cancellationToken),
        };

        return [.. suggestions.Where(suggestion => suggestion.StartsWith(word, StringComparison.OrdinalIgnoreCase))];
    }

    private async Task<ImmutableArray<string>> NamesAsync(string word, NamespaceChoice choice, CancellationToken cancellationToken) =>
        ResourceKindNames.TryParse(word, out var kind) ? await names.ListAsync(kind, choice, cancellationToken) : [];
}
