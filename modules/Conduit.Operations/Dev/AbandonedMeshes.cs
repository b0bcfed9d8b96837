using Conduit.Model.Cluster;
using Conduit.Operations.Dev.Events;
using Conduit.Operations.Dev.Processes;

namespace Conduit.Operations.Dev;

/// <summary>Ends what an owner that was killed left behind.</summary>
internal sealed class AbandonedMeshes(DevMeshStore store, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<string>> SweepAsync(Action<DevEvent> report, CancellationToken cancellationToken)
    {
        var swept = new List<string>();

        foreach (var mesh in store.ListAbandoned())
        {
            await SweepAsync(mesh, report, cancellationToken);
            swept.Add(mesh.Name);
        }

        return swept;
    }

    /// <summary>Kills what is left of the mesh's processes and removes its files.</summary>
    public async Task SweepAsync(DevMesh mesh, Action<DevEvent> report, CancellationToken cancellationToken)
    {
        var left = mesh.Processes.Select(process => process.Identity).OfType<ProcessIdentity>().Where(ProcessTable.IsRunning).ToList();
        left.ForEach(process => ProcessTree.Kill(process.ProcessId));
        var started = time.GetTimestamp();

        while (left.Any(ProcessTable.IsRunning) && time.GetElapsedTime(started) < Limit)
        {
            await Task.Delay(Interval, time, cancellationToken);
        }

        store.Delete(mesh.Name);
        report(new DevWarning($"swept what was left of the mesh {mesh.Name}: {left.Count} processes"));
    }
}
