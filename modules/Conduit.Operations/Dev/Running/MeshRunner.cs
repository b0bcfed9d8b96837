using Conduit.Model.Cluster;
using Conduit.Model.Failures;
using Conduit.Operations.Dev.Events;

namespace Conduit.Operations.Dev.Running;

/// <summary>Starts a mesh's processes in order, watches over them until it is told to stop, and ends every one of them.</summary>
internal sealed class MeshRunner(SupervisedProcess controller, IReadOnlyList<SupervisedProcess> pods, Supervision supervision)
{
    private static readonly TimeSpan ControllerLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ReadyInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AppGrace = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan MeshGrace = TimeSpan.FromSeconds(2);

    private readonly List<(SupervisedProcess Process, Task Running)> _started = [];

    /// <param name="readyMesh">Asked for the mesh's state once all of it can be used.</param>
    /// <param name="hurry">Cancelled to end everything at once.</param>
    /// <param name="stopping">Cancelled to stop.</param>
    public async Task RunAsync(Func<DevMesh> readyMesh, CancellationToken hurry, CancellationToken stopping)
    {
        // Processes are told to end in an order of their own, so what makes them come back is told separately.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);

        try
        {
            supervision.Report(new DevStarting(pods.Count + 1));
            Start(controller, ending.Token);
            await AwaitControllerAsync(stopping);

            foreach (var process in pods)
            {
                Start(process, ending.Token);
            }

            await AwaitAllAsync(stopping);
            supervision.Report(new DevReady(readyMesh()));
            await Task.Delay(Timeout.InfiniteTimeSpan, supervision.Time, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The user stops it.
        }
        finally
        {
            supervision.Report(new DevStopping());
            await ending.CancelAsync();
            await StopAsync(hurry);
        }
    }

    private void Start(SupervisedProcess process, CancellationToken ending) => _started.Add((process, process.RunAsync(ending)));

    private async Task AwaitControllerAsync(CancellationToken stopping)
    {
        var started = supervision.Time.GetTimestamp();

        while (controller.Status.Phase != ProcessPhase.Ready)
        {
            var status = controller.Status;

            if (status.Restarts > 0 || supervision.Time.GetElapsedTime(started) > ControllerLimit)
            {
                var reason = status.Message.Length > 0 ? status.Message : $"did not become ready within {ControllerLimit.TotalSeconds:0} s";
                throw new ConduitException("ControllerNotStarted", string.Join('\n', [$"the controller {reason}.", .. controller.LastLines]));
            }

            await Task.Delay(ReadyInterval, supervision.Time, stopping);
        }
    }

    private async Task AwaitAllAsync(CancellationToken stopping)
    {
        var started = supervision.Time.GetTimestamp();
        var reported = -1;
        var explained = false;

        while (reported < _started.Count)
        {
            var ready = _started.Count(entry => entry.Process.Status.Phase is ProcessPhase.Ready or ProcessPhase.Completed or ProcessPhase.Failed);

            if (ready != reported)
            {
                supervision.Report(new DevProgress(ready, _started.Count));
                reported = ready;
            }

            if (!explained && supervision.Time.GetElapsedTime(started) > Patience)
            {
                explained = true;
                ExplainWaiting();
            }

            await Task.Delay(ReadyInterval, supervision.Time, stopping);
        }
    }

    private void ExplainWaiting()
    {
        foreach (var process in _started.Select(entry => entry.Process).Where(process => process.Status.Phase == ProcessPhase.Starting))
        {
            var ports = string.Join(", ", process.Plan.Ports);
            supervision.Report(new DevWarning($"{process.Plan.FullName} runs but does not answer yet; expected on 127.0.0.1, port {ports}"));
        }
    }

    private async Task StopAsync(CancellationToken hurry)
    {
        // Apps first, while their proxies still carry the last answers.
        var apps = _started.Where(entry => entry.Process.Plan.Role == DevProcessRole.App).ToList();
        var mesh = _started.Except(apps).ToList();

        apps.ForEach(entry => entry.Process.Terminate());
        await EndedAsync(apps, AppGrace, hurry);
        mesh.ForEach(entry => entry.Process.CloseInput());
        await EndedAsync(mesh, MeshGrace, hurry);
    }

    private async Task EndedAsync(List<(SupervisedProcess Process, Task Running)> entries, TimeSpan grace, CancellationToken hurry)
    {
        var all = Task.WhenAll(entries.Select(entry => entry.Running));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(hurry);
        var late = Task.Delay(grace, supervision.Time, limit.Token);

        if (await Task.WhenAny(all, late) != all)
        {
            entries.ForEach(entry => entry.Process.Kill());
        }

        await limit.CancelAsync();
        await all;
    }
}
