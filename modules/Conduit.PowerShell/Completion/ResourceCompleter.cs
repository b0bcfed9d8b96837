using System.Collections;
using Conduit.Operations.Completion;

namespace Conduit.PowerShell.Completion;

/// <summary>Kinds, and behind a kind the names that the mesh knows.</summary>
public sealed class ResourceCompleter : ConduitCompleter
{
    internal override Task<IReadOnlyList<string>> ListAsync(string typed, IDictionary line, CancellationToken cancellationToken) =>
        new ResourceSuggestions(Names(line)).ListAsync(before: null, typed, Choice(line), cancellationToken);
}
