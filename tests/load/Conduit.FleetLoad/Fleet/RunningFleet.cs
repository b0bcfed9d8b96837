using System.Diagnostics;
using System.Net;

namespace Conduit.FleetLoad.Fleet;

/// <summary>All proxies of a plan, in this process, each at the pace that the controller asks for. Stops when it is disposed.</summary>
internal sealed class RunningFleet(FleetPlan plan, IPEndPoint controller, Random random) : IAsyncDisposable
{
    private const int ConnectingAtOnce = 50;
    private const double ResponsesPerSecond = 2;

    private readonly CancellationTokenSource _stopping = new();
    private readonly List<FleetProxy> _proxies = [];
    private readonly List<Task> _running = [];
    private FleetProxy? _quiet;
    private FleetCounters? _quietCounters;

    /// <summary>Deployments that stat tells of.</summary>
    public int Rows => plan.Workloads + 1;

    /// <summary>Ends when every proxy has reported once.</summary>
    public async Task StartAsync()
    {
        foreach (var some in Enumerable.Range(0, plan.Workloads).Chunk(ConnectingAtOnce))
        {
            await Task.WhenAll(some.Select(StartAsync));
        }

        _quiet = Open(plan.Quiet);
        _quietCounters = new FleetCounters(plan.Quiet, [], epoch: 1);
        await CountQuietlyAsync();
    }

    /// <summary>Adds to the quiet workload's responses, and ends when the controller knows.</summary>
    public Task CountQuietlyAsync() => _quiet!.ReportAsync(_quietCounters!.Count(100, random), _stopping.Token);

    /// <summary>Fails when a proxy has lost its controller.</summary>
    public Task DemandAllRunAsync() => Task.WhenAll(_running.Where(task => task.IsCompleted));

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _proxies.ForEach(proxy => proxy.Dispose());
        _stopping.Dispose();
    }

    private async Task StartAsync(int index)
    {
        var pod = plan.PodAt(index);
        var called = plan.CalledBy(index).Select(plan.PodAt).ToArray();
        var counters = new FleetCounters(pod, called, epoch: 1);
        var own = new Random(index);
        var proxy = Open(pod);
        var pause = await proxy.ReportAsync(counters.Count(0, own), _stopping.Token);

        lock (_running)
        {
            _running.Add(ReportAsync(proxy, counters, pause, own));
            _running.Add(proxy.FollowAsync(called.Select(other => $"{FleetPlan.ServiceOf(other)}.{other.Namespace}.svc.cluster.local:{FleetPlan.Port}"), _stopping.Token));
        }
    }

    private FleetProxy Open(Model.Cluster.Pod pod)
    {
        var proxy = new FleetProxy(pod, controller, _stopping.Token);

        lock (_proxies)
        {
            _proxies.Add(proxy);
        }

        return proxy;
    }

    private async Task ReportAsync(FleetProxy proxy, FleetCounters counters, TimeSpan pause, Random own)
    {
        while (true)
        {
            var since = Stopwatch.GetTimestamp();
            await Task.Delay(pause, TimeProvider.System, _stopping.Token);
            var responses = (int)(Stopwatch.GetElapsedTime(since).TotalSeconds * ResponsesPerSecond);
            pause = await proxy.ReportAsync(counters.Count(responses, own), _stopping.Token);
        }
    }
}
