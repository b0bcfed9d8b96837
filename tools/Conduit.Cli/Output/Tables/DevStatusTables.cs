using Conduit.Model.Cluster;

namespace Conduit.Cli.Output.Tables;

/// <summary>The tables of <c>dev status</c>: one of meshes, then one of processes for each.</summary>
internal sealed class DevStatusTables(Terminal terminal)
{
    public void Write(IReadOnlyList<DevMesh> meshes)
    {
        MeshTable(meshes).Write(terminal);

        foreach (var mesh in meshes)
        {
            terminal.Out.WriteLine();
            ProcessTable(mesh).Write(terminal);
        }
    }

    private static TextTable MeshTable(IEnumerable<DevMesh> meshes)
    {
        var table = new TextTable(
            new Column("MESH"), new Column("PID", Align.Right), new Column("READY", Align.Right), new Column("API"), new Column("DASHBOARD"), new Column("APP"));

        foreach (var mesh in meshes)
        {
            table.Add(
                mesh.Name,
                CellText.Count(mesh.Owner.ProcessId),
                $"{mesh.Cluster.Pods.Count(pod => pod.Ready)}/{mesh.Cluster.Pods.Length}",
                mesh.ApiAddress,
                $"http://{mesh.WebAddress}/",
                mesh.AppUrl ?? Cell.None);
        }

        return table;
    }

    private static TextTable ProcessTable(DevMesh mesh)
    {
        var table = new TextTable(
            new Column("POD"), new Column("PROCESS"), new Column("PID", Align.Right), new Column("RESTARTS", Align.Right), new Column("LISTENERS"));

        foreach (var process in mesh.Processes)
        {
            table.Add(
                process.Pod ?? Cell.None,
                process.Name,
                process.Identity is { } identity ? CellText.Count(identity.ProcessId) : Cell.None,
                CellText.Count(process.Restarts),
                string.Join(' ', process.Listeners));
        }

        return table;
    }
}
