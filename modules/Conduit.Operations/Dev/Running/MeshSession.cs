using Conduit.Model.Cluster;
using Conduit.Operations.Dev.Events;
using Conduit.Operations.Dev.Planning;
using Conduit.Operations.Dev.Processes;

namespace Conduit.Operations.Dev.Running;

/// <summary>Carries a plan out: builds, then processes, until it is told to stop by its caller or by another command.</summary>
internal sealed class MeshSession(DevPlan plan, MeshPicture picture, DevRuntime runtime, DevMeshStore store, TimeProvider time)
{
    public IProcessLauncher Launcher { get; init; } = new ProcessLauncher();

    /// <param name="report">Told what happens; called from several threads.</param>
    /// <param name="hurry">Cancelled to end everything at once.</param>
    /// <param name="cancellationToken">Cancelled to stop.</param>
    public async Task RunAsync(Action<DevEvent> report, CancellationToken hurry, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asked = new StopRequest(store, plan.Mesh, time).AwaitAsync(stopping, watching.Token);

        try
        {
            foreach (var build in plan.Builds)
            {
                report(new DevBuilding(build.Command));
                await new BuildRunner(Launcher, time).RunAsync(build, stopping.Token);
            }

            await RunProcessesAsync(report, hurry, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped while it was building.
        }
        finally
        {
            await watching.CancelAsync();
            await asked;
        }
    }

    private async Task RunProcessesAsync(Action<DevEvent> report, CancellationToken hurry, CancellationToken stopping)
    {
        using var probes = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var logs = new ProcessLogs(store.FolderOf(plan.Mesh));
        var plans = new ProcessPlans(plan, runtime, store.PathOf(plan.Mesh), picture.Token, probes);
        var processes = new List<SupervisedProcess>();
        DevMesh Now() => picture.Of([.. processes.Select(process => (process.Plan, process.Status))]);
        var writer = new StateWriter(() => store.Write(Now()), time);
        var supervision = new Supervision(Launcher, time, report, writer.Changed);
        processes.AddRange(plans.All().Select(process => new SupervisedProcess(process, logs.For(process), supervision)));

        using var written = new CancellationTokenSource();
        var writing = writer.RunAsync(written.Token);

        try
        {
            await new MeshRunner(processes[0], processes[1..], supervision).RunAsync(Now, hurry, stopping);
        }
        finally
        {
            await written.CancelAsync();
            await writing;
        }
    }
}
