using Conduit.EndToEnd.Clusters;
using Conduit.EndToEnd.Meshes;
using Conduit.EndToEnd.Reports;
using Conduit.TestPod.Calls;
using Conduit.TestPod.Load;

namespace Conduit.EndToEnd.Traffic;

/// <summary>Votes at a steady rate: from a pod inside the mesh, and from this machine, which is outside it.</summary>
internal sealed class EmojivotoLoad : IAsyncDisposable
{
    private const int CallsPerSecond = 225;

    // Calls that were under way when the step ended, and what the step set off late, belong to it.
    private static readonly TimeSpan Afterglow = TimeSpan.FromSeconds(5);

    private readonly Caller _caller = new(TimeProvider.System);
    private readonly TestPodClient _inside;
    private readonly SteadyLoad _outside;
    private readonly TrafficReport _report;

    private EmojivotoLoad(TestPodClient inside, Uri address, int callsPerSecondOutside, TrafficReport report)
    {
        _inside = inside;
        _report = report;
        _outside = SteadyLoad.Start(_caller, address, callsPerSecondOutside, TimeProvider.System);
    }

    /// <summary>Two calls of three are made inside the mesh.</summary>
    public static async Task<EmojivotoLoad> StartAsync(
        TestPodClient inside, ClusterNamespace app, TrafficReport report, int callsPerSecond = CallsPerSecond)
    {
        var web = await app.ServiceAddressAsync("web-svc");
        await inside.StartLoadAsync($"http://web-svc.{app.Name}{Emojivoto.Vote}", callsPerSecond * 2 / 3);
        var load = new EmojivotoLoad(inside, new Uri($"http://{web}{Emojivoto.Vote}"), callsPerSecond / 3, report);
        await Task.Delay(Afterglow, TimeProvider.System);
        return load;
    }

    /// <summary>Counts what becomes of the calls while something is done to the mesh, and holds it to what may go wrong.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="disturb">Does it, and ends when all is well again.</param>
    /// <param name="permitted">Why calls may fail; by default only by the application's doing.</param>
    public async Task CountAsync(string name, Func<Task> disturb, FailureReasons? permitted = null)
    {
        await TakeAsync();
        var started = TimeProvider.System.GetTimestamp();
        await disturb();
        var took = TimeProvider.System.GetElapsedTime(started);
        await Task.Delay(Afterglow, TimeProvider.System);

        var counted = TimeProvider.System.GetElapsedTime(started);
        var reasons = permitted ?? FailureReasons.OfTheApplication;
        var (inside, outside) = await TakeAsync();
        await _report.AddAsync(new TrafficStep(name, "inside", took, counted, inside, reasons));
        await _report.AddAsync(new TrafficStep(name, "outside", took, counted, outside, reasons));
        AssertGoesOn(inside, reasons);
        AssertGoesOn(outside, reasons);
    }

    public async ValueTask DisposeAsync()
    {
        await _inside.StopLoadAsync();
        await _outside.DisposeAsync();
        _caller.Dispose();
    }

    private async Task<(LoadCounts Inside, LoadCounts Outside)> TakeAsync() => (await _inside.TakeCountsAsync(), _outside.Take());

    private static void AssertGoesOn(LoadCounts counts, FailureReasons reasons)
    {
        Assert.NotEqual(0, counts.Succeeded);

        var unexplained = counts.Failures.Where(failure => reasons.Explain(failure.Key) is null);
        Assert.True(!unexplained.Any(), $"Nobody knows why these calls failed: {string.Join(Environment.NewLine, unexplained)}");

        // On a machine with time to spare it is what a pod has in hand when it ends, one in a thousand; on a busy one, seconds without a core.
        Assert.True(counts.Failed <= counts.All / 20, $"More than one call in twenty failed: {string.Join(", ", counts.Failures)}");
    }
}
