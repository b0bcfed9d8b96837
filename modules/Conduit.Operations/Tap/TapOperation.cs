using System.Runtime.CompilerServices;
using Conduit.Model.Failures;
using Conduit.Model.Resources;
using Conduit.Operations.Api;
using Conduit.Operations.Resources;
using Conduit.Protocol.Public;

namespace Conduit.Operations.Tap;

/// <summary>Watches requests as they pass the proxies.</summary>
public sealed class TapOperation(ApiConnection api)
{
    private readonly ResourceFinder _finder = new(api);

    /// <summary>Events as they happen, until the mesh ends the tap or <paramref name="cancellationToken"/> is cancelled.</summary>
    /// <param name="request">What to watch.</param>
    /// <param name="note">Told what a person should know about the names in the request.</param>
    /// <param name="cancellationToken">Ends the tap.</param>
    public async IAsyncEnumerable<TapEvent> RunAsync(
        TapRequest request, Action<string> note, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(note);
        TapRules.Check(request);

        var space = request.Namespace.Resolve(request.Target, api.Location.DefaultNamespace);
        var target = await FindTargetAsync(request.Target, space, note, cancellationToken);

        await foreach (var wire in api.TapAsync(TapQuestion.ToWire(request, target), cancellationToken))
        {
            if (TapMapping.ToTapEvent(wire) is { } tapEvent)
            {
                yield return tapEvent;
            }
        }
    }

    private async Task<Resource> FindTargetAsync(ResourceTarget target, string space, Action<string> note, CancellationToken cancellationToken)
    {
        if (target is not { Name: { } name, Kind: { } kind })
        {
            return ResourceMapping.ToWire(space, target.Kind, name: null);
        }

        var found = await _finder.FindAsync(space, kind, name, cancellationToken);

        foreach (var word in found.NotesOn(name))
        {
            note(word);
        }

        return found.Resources is [var only] ? only.ToWire() : throw Ambiguous(kind, name, found);
    }

    private static MisuseException Ambiguous(ResourceKind kind, string name, FoundResources found) => new(
        "AmbiguousTarget",
        $"{ResourceKindNames.Canonical(kind)} '{name}' is several: {string.Join(", ", found.Resources)}. Say which, with its namespace.");
}
