using Conduit.Operations.Dev.Events;
using Conduit.Operations.Dev.Planning;
using Conduit.Operations.Dev.Processes;

namespace Conduit.Operations.Dev.Running;

/// <summary>Keeps one process running: starts it, finds out when it can be used, and starts it again when it ends.</summary>
internal sealed class SupervisedProcess(ProcessPlan plan, ProcessLog log, Supervision supervision)
{
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromMilliseconds(50);

    // Ctrl+C reaches a process of the terminal directly, so its end may be seen before the request to stop.
    private static readonly TimeSpan StopGrace = TimeSpan.FromMilliseconds(300);

    private readonly RestartBackoff _backoff = new();
    private volatile IRunningProcess? _running;
    private volatile ProcessStatus _status = new();

    public ProcessPlan Plan => plan;

    public ProcessStatus Status => _status;

    public IReadOnlyList<string> LastLines => log.LastLines;

    public void Terminate() => _running?.Terminate();

    public void CloseInput() => _running?.CloseInput();

    public void Kill() => _running?.Kill();

    /// <summary>
    /// Ends when the process ended after <paramref name="stopping"/>, or when it will not run again. It does not end a running process.
    /// </summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var started = supervision.Time.GetTimestamp();
            var ending = await RunOnceAsync(stopping);
            var ranFor = supervision.Time.GetElapsedTime(started);
            Change(_status with { Phase = ProcessPhase.BackingOff, Identity = null, Message = ending.Reason });

            if (await IsStoppingAsync(stopping) || !WillRestart(ending))
            {
                End(ending, stopping);
                return;
            }

            await BackOffAsync(ending, _backoff.Next(ranFor), stopping);
        }
    }

    private async Task<ProcessEnding> RunOnceAsync(CancellationToken stopping)
    {
        log.Begin();

        try
        {
            using var process = supervision.Launcher.Start(plan.Spec, log.Append);
            _running = process;
            var firstStart = _status.StartedAt ?? supervision.Time.GetUtcNow();
            Change(_status with { Phase = ProcessPhase.Starting, Identity = process.Identity, StartedAt = firstStart, Message = "" });

            if (stopping.IsCancellationRequested)
            {
                process.Kill();
            }

            using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            var ready = WatchReadinessAsync(ended.Token);
            var exitCode = await process.Exited;
            await ended.CancelAsync();
            await ready;
            return ProcessEnding.Of(exitCode);
        }
        catch (ProcessStartException failure)
        {
            return ProcessEnding.NotStarted(failure);
        }
        finally
        {
            _running = null;
        }
    }

    private async Task WatchReadinessAsync(CancellationToken ended)
    {
        var started = supervision.Time.GetTimestamp();

        try
        {
            while (!await plan.Probe.IsReadyAsync(supervision.Time.GetElapsedTime(started), ended))
            {
                await Task.Delay(ProbeInterval, supervision.Time, ended);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return;
        }

        _running?.NoteTree();
        Change(_status with { Phase = ProcessPhase.Ready });

        if (_status.Restarts > 0)
        {
            supervision.Report(new DevProcessRecovered(plan.Pod?.FullName, plan.Name));
        }
    }

    private async Task BackOffAsync(ProcessEnding ending, TimeSpan delay, CancellationToken stopping)
    {
        Change(_status with { Restarts = _status.Restarts + 1 });
        supervision.Report(new DevProcessExited(plan.Pod?.FullName, plan.Name, ending.Reason, delay, log.LastLines));

        try
        {
            await Task.Delay(delay, supervision.Time, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The loop ends.
        }
    }

    private void End(ProcessEnding ending, CancellationToken stopping)
    {
        var phase = ending.Succeeded ? ProcessPhase.Completed : ProcessPhase.Failed;
        Change(_status with { Phase = phase, Message = ending.Succeeded ? "" : ending.Reason });

        if (!stopping.IsCancellationRequested)
        {
            supervision.Report(new DevProcessExited(plan.Pod?.FullName, plan.Name, ending.Reason, RestartIn: null, log.LastLines));
        }
    }

    private bool WillRestart(ProcessEnding ending) =>
        plan.Restart == RestartPolicy.Always || (plan.Restart == RestartPolicy.OnFailure && !ending.Succeeded);

    private async Task<bool> IsStoppingAsync(CancellationToken stopping)
    {
        try
        {
            await Task.Delay(StopGrace, supervision.Time, stopping);
            return false;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return true;
        }
    }

    private void Change(ProcessStatus status)
    {
        _status = status;
        supervision.Changed();
    }
}
