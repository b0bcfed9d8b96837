using Conduit.Model.Resources;
using Conduit.Operations.Get;

namespace Conduit.Cli.Output.Tables;

/// <summary>Pods with their state.</summary>
internal static class PodsTable
{
    public static TextTable Of(IEnumerable<MeshPod> pods)
    {
        var table = new TextTable(
            new Column("NAMESPACE"),
            new Column("NAME"),
            new Column("READY"),
            new Column("STATUS"),
            new Column("RESTARTS", Align.Right),
            new Column("AGE", Align.Right),
            new Column("MESHED"),
            new Column("OWNER"));

        foreach (var pod in pods)
        {
            table.Add(
                pod.Namespace,
                pod.Name,
                CellText.YesNo(pod.Ready),
                pod.Status,
                CellText.Count(pod.Restarts),
                pod.Uptime is { } uptime ? CellText.Age(uptime) : Cell.None,
                CellText.YesNo(pod.Meshed),
                pod.Owner is { } owner ? $"{ResourceKindNames.Abbreviation(owner.Kind)}/{owner.Name}" : Cell.None);
        }

        return table;
    }
}
