using Conduit.Model.Resources;
using Conduit.Operations.Edges;

namespace Conduit.Cli.Output.Tables;

/// <summary>Who calls whom.</summary>
internal static class EdgesTable
{
    /// <param name="edges">What to show, in its order.</param>
    /// <param name="wide">Whether counts and the window are shown too.</param>
    public static TextTable Of(IEnumerable<TrafficEdge> edges, bool wide)
    {
        string[] ends = ["SOURCE", "DESTINATION", "SOURCE_NS", "DESTINATION_NS"];
        var table = new TextTable([.. ends.Select(name => new Column(name)), .. TrafficCells.Columns(wide)]);

        foreach (var edge in edges)
        {
            table.Add(
            [
                Name(edge.Source), Name(edge.Destination), Namespace(edge.Source), Namespace(edge.Destination),
                .. TrafficCells.Of(edge.Traffic, edge.Window, wide),
            ]);
        }

        return table;
    }

    private static string Name(ResourceName end) => $"{ResourceKindNames.Abbreviation(end.Kind)}/{end.Name}";

    private static Cell Namespace(ResourceName end) => end.Namespace.Length == 0 ? Cell.None : end.Namespace;
}
