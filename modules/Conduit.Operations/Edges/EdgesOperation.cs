using System.Collections.Immutable;
using Conduit.Model.Resources;
using Conduit.Operations.Api;
using Conduit.Operations.Resources;
using Conduit.Operations.Stat;
using Conduit.Protocol.Public;
using Google.Protobuf.WellKnownTypes;

namespace Conduit.Operations.Edges;

/// <summary>Who calls whom, from what the controller holds.</summary>
public sealed class EdgesOperation(ApiConnection api)
{
    private readonly ResourceFinder _finder = new(api);

    public async Task<EdgesResult> RunAsync(EdgesRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        StatRules.CheckWindow(request.Window);

        var target = request.Target;
        var space = request.Namespace.Resolve(target, api.Location.DefaultNamespace);
        ImmutableArray<string> notes = [];
        var edges = await AskAsync(EndOf(space, target), request.Window, cancellationToken);

        if (edges.IsEmpty && target is { Kind: { } kind and not ResourceKind.Authority, Name: { } name })
        {
            var found = await _finder.FindAsync(space, kind, name, cancellationToken);
            notes = found.NotesOn(name);
            edges = found.BehindService ? await AskAllAsync(found.Resources, request.Window, cancellationToken) : edges;
        }

        return new EdgesResult(edges, [.. notes, .. HeldWindow.NotesOn(request.Window, edges.Select(edge => edge.Window))]);
    }

    // The API spells "every kind" as no kind.
    private static Resource EndOf(string space, ResourceTarget target) => target.Kind is null
        ? new Resource { Namespace = space }
        : ResourceMapping.ToWire(space, target.Kind, target.Name);

    private async Task<ImmutableArray<TrafficEdge>> AskAllAsync(
        ImmutableArray<ResourceName> ends, TimeSpan window, CancellationToken cancellationToken)
    {
        var edges = new List<TrafficEdge>();

        foreach (var end in ends)
        {
            edges.AddRange(await AskAsync(end.ToWire(), window, cancellationToken));
        }

        return Sorted(edges.Distinct());
    }

    private async Task<ImmutableArray<TrafficEdge>> AskAsync(Resource end, TimeSpan asked, CancellationToken cancellationToken)
    {
        var response = await api.EdgesAsync(
            new Protocol.Public.EdgesRequest { Resource = end, TimeWindow = Duration.FromTimeSpan(asked) }, cancellationToken);
        var window = HeldWindow.Of(response.ActualWindow, asked);
        return Sorted(response.Edges.Select(edge => ToEdge(edge, window)).OfType<TrafficEdge>());
    }

    private static TrafficEdge? ToEdge(Edge edge, TimeSpan window) =>
        edge.Source?.ToResourceName() is { } source
        && edge.Destination?.ToResourceName() is { } destination
        && StatMapping.ToTraffic(edge.Stats ?? new BasicStats(), window) is { } traffic
            ? new TrafficEdge(source, destination, traffic, window)
            : null;

    private static ImmutableArray<TrafficEdge> Sorted(IEnumerable<TrafficEdge> edges) =>
    [
        .. edges.OrderBy(edge => edge.Source.Namespace, StringComparer.Ordinal)
            .ThenBy(edge => edge.Source.Name, StringComparer.Ordinal)
            .ThenBy(edge => edge.Destination.Namespace, StringComparer.Ordinal)
            .ThenBy(edge => edge.Destination.Name, StringComparer.Ordinal),
    ];
}
