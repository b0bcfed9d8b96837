using System.Collections.Immutable;
using Conduit.Model.Failures;
using Conduit.Model.Resources;
using Conduit.Operations.Api;
using Conduit.Operations.Resources;

namespace Conduit.Operations.Completion;

/// <summary>Names to complete a half-typed one from. Rather none than late, or a failure that nobody asked for.</summary>
public sealed class NameSuggestions(Func<ApiConnection> connect, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>The names of that kind that the mesh knows, sorted; empty if no mesh answers at once.</summary>
    public async Task<ImmutableArray<string>> ListAsync(ResourceKind kind, NamespaceChoice choice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(choice);

        using var late = new CancellationTokenSource(Patience, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);

        try
        {
            using var api = connect();
            var known = await new ResourceFinder(api).ListAsync(choice.Resolve(api.Location.DefaultNamespace), kind, ended.Token);
            return [.. known.Select(resource => resource.Name).Distinct().Order(StringComparer.Ordinal)];
        }
        catch (ConduitException)
        {
            return [];
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return [];
        }
    }
}
