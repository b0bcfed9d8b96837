using Conduit.EndToEnd.Clusters;
using Conduit.EndToEnd.Meshes;
using Conduit.EndToEnd.Reports;
using Conduit.TestPod.Calls;
using Conduit.TestPod.Load;

namespace Conduit.EndToEnd.Traffic;

/// <summary>Votes at a steady rate: from a pod inside the mesh, and from this machine, which is outside it.</summary>
internal sealed class EmojivotoLoad : IAsyncDisposable
{
    private const int CallsPerSecondInside = 150;
    private const int CallsPerSecondOutside = 75;

    // Calls that were under way when the step ended, and what the step set off late, belong to it.
    private static readonly TimeSpan Afterglow = TimeSpan.FromSeconds(5);

    private readonly Caller _caller = new(TimeProvider.System);
    private readonly TestPodClient _inside;
    private readonly SteadyLoad _outside;
    private readonly TrafficReport _report;

    private EmojivotoLoad(TestPodClient inside, Uri address, TrafficReport report)
    {
        _inside = inside;
        _report = report;
        _outside = SteadyLoad.Start(_caller, address, CallsPerSecondOutside, TimeProvider.System);
    }

    public static async Task<EmojivotoLoad> StartAsync(TestPodClient inside, ClusterNamespace app, TrafficReport report)
    {
        var web = await app.ServiceAddressAsync("web-svc");
        await inside.StartLoadAsync($"http://web-svc.{app.Name}{Emojivoto.Vote}", CallsPerSecondInside);
        var load = new EmojivotoLoad(inside, new Uri($"http://{web}{Emojivoto.Vote}"), report);
        await Task.Delay(Afterglow, TimeProvider.System);
        return load;
    }

    /// <summary>Counts what becomes of the calls while something is done to the mesh, and holds it to what may go wrong.</summary>
    public async Task CountAsync(string name, Func<Task> disturb)
    {
        await TakeAsync();
        var started = TimeProvider.System.GetTimestamp();
        await disturb();
        await Task.Delay(Afterglow, TimeProvider.System);

        var duration = TimeProvider.System.GetElapsedTime(started);
        var (inside, outside) = await TakeAsync();
        await _report.AddAsync(new TrafficStep(name, "inside", duration, inside));
        await _report.AddAsync(new TrafficStep(name, "outside", duration, outside));
        AssertGoesOn(inside);
        AssertGoesOn(outside);
    }

    public async ValueTask DisposeAsync()
    {
        await _inside.StopLoadAsync();
        await _outside.DisposeAsync();
        _caller.Dispose();
    }

    private async Task<(LoadCounts Inside, LoadCounts Outside)> TakeAsync() => (await _inside.TakeCountsAsync(), _outside.Take());

    private static void AssertGoesOn(LoadCounts counts)
    {
        Assert.NotEqual(0, counts.Succeeded);

        var unexplained = counts.Failures.Keys.Where(reason => FailureReasons.Explain(reason) is null);
        Assert.True(!unexplained.Any(), $"Nobody knows why these calls failed: {string.Join(Environment.NewLine, unexplained)}");

        // An API server that was paused takes every pod out of its Service for some seconds, which alone is one call in twenty.
        Assert.True(counts.Failed <= counts.All / 10, $"More than one call in ten failed: {string.Join(", ", counts.Failures)}");
    }
}
