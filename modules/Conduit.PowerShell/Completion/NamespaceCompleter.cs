using System.Collections;
using Conduit.Model.Resources;
using Conduit.Operations.Resources;

namespace Conduit.PowerShell.Completion;

/// <summary>The namespaces that the mesh knows.</summary>
public sealed class NamespaceCompleter : ConduitCompleter
{
    internal override async Task<IReadOnlyList<string>> ListAsync(string typed, IDictionary line, CancellationToken cancellationToken)
    {
        var names = await Names(line).ListAsync(ResourceKind.Namespace, new NamespaceChoice { All = true }, cancellationToken);
        return [.. names.Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))];
    }
}
