using Conduit.Model.Cluster;
using Conduit.Model.Failures;
using Conduit.Operations.Dev.Events;
using Conduit.Operations.Dev.Processes;

namespace Conduit.Operations.Dev;

/// <summary>Stops a running mesh and sweeps what killed ones left behind.</summary>
public sealed class DevDownOperation(DevMeshStore store, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <param name="name">Which; null for the only one.</param>
    /// <param name="report">Told what happens.</param>
    /// <param name="cancellationToken">Ends the wait, not the stop.</param>
    /// <returns>The names of the meshes that are gone.</returns>
    /// <exception cref="ConduitException">There is no such mesh, or several that could be meant.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(string? name, Action<DevEvent> report, CancellationToken cancellationToken)
    {
        var abandoned = new AbandonedMeshes(store, time);
        var swept = await abandoned.SweepAsync(report, cancellationToken);
        var mesh = Choose(name, store.ListRunning(), swept);

        if (mesh is null)
        {
            return swept;
        }

        new StopRequest(store, mesh.Name, time).Send();

        if (!await EndsAsync(mesh, cancellationToken))
        {
            report(new DevWarning($"process {mesh.Owner.ProcessId} did not stop within {Limit.TotalSeconds:0} s and is killed"));
            ProcessTree.Kill(mesh.Owner.ProcessId);
            await abandoned.SweepAsync(DevMeshFile.Read(store.PathOf(mesh.Name)) ?? mesh, report, cancellationToken);
        }

        return [.. swept, mesh.Name];
    }

    private static DevMesh? Choose(string? name, IReadOnlyList<DevMesh> running, IReadOnlyList<string> swept) => (name, running) switch
    {
        (null, [var only]) => only,
        (null, []) when swept.Count > 0 => null,
        (null, []) => throw new ConduitException("MeshMissing", "no dev mesh runs"),
        (null, _) => throw new ConduitException("MeshAmbiguous", $"several dev meshes run: {Names(running)}. Say which."),
        _ when running.FirstOrDefault(mesh => mesh.Name == name) is { } named => named,
        _ when swept.Contains(name) => null,
        (_, []) => throw new ConduitException("MeshMissing", $"the mesh {name} does not run; none does."),
        _ => throw new ConduitException("MeshMissing", $"the mesh {name} does not run; these do: {Names(running)}."),
    };

    private static string Names(IEnumerable<DevMesh> meshes) => string.Join(", ", meshes.Select(mesh => mesh.Name));

    private async Task<bool> EndsAsync(DevMesh mesh, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();

        while (store.FindRunning(mesh.Name)?.Token == mesh.Token)
        {
            // One of this process's own ends once its children have, each within limits of its own: to kill it were to kill this.
            if (mesh.Owner.ProcessId != Environment.ProcessId && time.GetElapsedTime(started) > Limit)
            {
                return false;
            }

            await Task.Delay(Interval, time, cancellationToken);
        }

        return true;
    }
}
