using System.Text.Json.Nodes;
using Conduit.Model.Resources;
using Conduit.Operations.Edges;

namespace Conduit.Cli.Output.Documents;

/// <summary>One object per edge.</summary>
internal static class EdgesDocument
{
    public static JsonArray Of(IEnumerable<TrafficEdge> edges) => new([.. edges.Select(Edge)]);

    private static JsonObject Edge(TrafficEdge edge) => TrafficFields.AddTo(
        new JsonObject { ["source"] = End(edge.Source), ["destination"] = End(edge.Destination) },
        edge.Traffic,
        edge.Window);

    private static JsonObject End(ResourceName end) => new()
    {
        ["namespace"] = end.Namespace,
        ["kind"] = ResourceKindNames.Canonical(end.Kind),
        ["name"] = end.Name,
    };
}
