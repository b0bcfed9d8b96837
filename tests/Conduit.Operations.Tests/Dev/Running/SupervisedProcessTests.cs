using System.Collections.Concurrent;
using Conduit.Model.Addresses;
using Conduit.Model.Cluster;
using Conduit.Operations.Dev.Events;
using Conduit.Operations.Dev.Planning;
using Conduit.Operations.Dev.Processes;
using Conduit.Operations.Dev.Running;
using Conduit.Testing.Time;

namespace Conduit.Operations.Tests.Dev.Running;

public sealed class SupervisedProcessTests : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    private readonly string _folder = Directory.CreateTempSubdirectory("conduit-supervised-").FullName;
    private readonly FakeLauncher _launcher = new();
    private readonly ManualTimeProvider _time = new();
    private readonly ConcurrentQueue<DevEvent> _events = new();
    private readonly CancellationTokenSource _stopping = new();

    public void Dispose()
    {
        _stopping.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_process_that_answers_is_ready()
    {
        var process = Create(RestartPolicy.Always);
        var running = process.RunAsync(_stopping.Token);

        await Eventually.Holds(() => process.Status.Phase == ProcessPhase.Ready);

        Assert.Equal(1, process.Status.Identity!.ProcessId);
        await StopAsync(process, running);
        Assert.Empty(_events);
    }

    [Fact]
    public async Task A_process_that_ends_is_started_again_each_time_after_a_longer_wait()
    {
        _launcher.Output = "out of memory";
        var process = Create(RestartPolicy.Always);
        var running = process.RunAsync(_stopping.Token);

        foreach (var (delay, number) in new[] { (0.5, 1), (1.0, 2), (2.0, 3) })
        {
            await EndAsync(process, number, exitCode: 137);
            await Eventually.Holds(() => _events.OfType<DevProcessExited>().Count() == number);
            var exited = _events.OfType<DevProcessExited>().Last();

            Assert.Equal(("shop/web-1", "main", "exited with 137"), (exited.Pod, exited.Process, exited.Reason));
            Assert.Equal(TimeSpan.FromSeconds(delay), exited.RestartIn);
            Assert.Equal(["out of memory"], exited.LastLines);
            Assert.Equal((ProcessPhase.BackingOff, null, number), (process.Status.Phase, process.Status.Identity, process.Status.Restarts));

            await AdvanceWhenWaitingAsync(TimeSpan.FromSeconds(delay));
            await Eventually.Holds(() => process.Status.Phase == ProcessPhase.Ready);
        }

        Assert.Equal(3, _events.OfType<DevProcessRecovered>().Count());
        await StopAsync(process, running);
    }

    [Fact]
    public async Task The_end_after_the_request_to_stop_is_no_crash()
    {
        var process = Create(RestartPolicy.Always);
        var running = process.RunAsync(_stopping.Token);
        await Eventually.Holds(() => process.Status.Phase == ProcessPhase.Ready);

        await StopAsync(process, running);

        Assert.Empty(_events);
        Assert.Single(_launcher.Started);
    }

    [Fact]
    public async Task The_end_just_before_the_request_to_stop_is_no_crash_either()
    {
        var process = Create(RestartPolicy.Always);
        var running = process.RunAsync(_stopping.Token);
        await Eventually.Holds(() => process.Status.Phase == ProcessPhase.Ready);

        _launcher.Started[0].Exit(130);
        await Eventually.Holds(() => _time.PendingTimers == 1);
        await _stopping.CancelAsync();
        await Eventually.Ends(running);

        Assert.Empty(_events);
    }

    [Theory]
    [InlineData("Never", 0, "Completed")]
    [InlineData("Never", 1, "Failed")]
    [InlineData("OnFailure", 0, "Completed")]
    public async Task What_runs_once_stays_ended(string policy, int exitCode, string phase)
    {
        var process = Create(Enum.Parse<RestartPolicy>(policy));
        var running = process.RunAsync(_stopping.Token);

        await EndAsync(process, number: 1, exitCode);
        await Eventually.Ends(running);

        Assert.Equal(phase, process.Status.Phase.ToString());
        Assert.Null(Assert.IsType<DevProcessExited>(Assert.Single(_events)).RestartIn);
        Assert.Single(_launcher.Started);
    }

    [Fact]
    public async Task What_cannot_be_started_is_tried_again()
    {
        _launcher.Failure = new ProcessStartException("nothing", new IOException("no such file"));
        var process = Create(RestartPolicy.Always);
        var running = process.RunAsync(_stopping.Token);
        await AdvanceWhenWaitingAsync(Grace);
        await Eventually.Holds(() => _events.OfType<DevProcessExited>().Any());

        Assert.Equal("nothing could not be started: no such file", process.Status.Message);

        _launcher.Failure = null;
        await AdvanceWhenWaitingAsync(TimeSpan.FromSeconds(0.5));
        await Eventually.Holds(() => process.Status.Phase == ProcessPhase.Ready);
        await StopAsync(process, running);
    }

    private SupervisedProcess Create(RestartPolicy restart)
    {
        var pod = new PodPlan { Namespace = "shop", Name = "web-1", Proxy = new ProxyPlan(new Port(1), []) };
        var plan = new ProcessPlan
        {
            Role = DevProcessRole.App,
            Name = "main",
            Pod = pod,
            Restart = restart,
            Spec = new ProcessSpec { Program = "web", Folder = _folder },
            Probe = new ListeningProbe([]),
        };
        var log = new ProcessLog(Path.Combine(_folder, "logs", "web.log"));
        return new SupervisedProcess(plan, log, new Supervision(_launcher, _time, _events.Enqueue, () => { }));
    }

    private async Task EndAsync(SupervisedProcess process, int number, int exitCode)
    {
        await Eventually.Holds(() => process.Status.Phase == ProcessPhase.Ready && _launcher.Started.Count == number);
        _launcher.Started[number - 1].Exit(exitCode);
        await AdvanceWhenWaitingAsync(Grace);
    }

    private async Task AdvanceWhenWaitingAsync(TimeSpan by)
    {
        await Eventually.Holds(() => _time.PendingTimers == 1);
        _time.Advance(by);
    }

    private async Task StopAsync(SupervisedProcess process, Task running)
    {
        await _stopping.CancelAsync();
        process.Terminate();
        await Eventually.Ends(running);
    }
}
