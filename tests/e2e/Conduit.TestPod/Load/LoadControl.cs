using Conduit.TestPod.Calls;

namespace Conduit.TestPod.Load;

/// <summary>The one load that a test pod makes at a time.</summary>
internal sealed class LoadControl(Caller caller, TimeProvider time) : IAsyncDisposable
{
    private SteadyLoad? _load;

    public LoadCounts Take() => _load?.Take() ?? LoadCounts.None;

    public async Task StartAsync(Uri address, int callsPerSecond)
    {
        await StopAsync();
        _load = SteadyLoad.Start(caller, address, callsPerSecond, time);
    }

    public async Task StopAsync()
    {
        if (_load is { } load)
        {
            await load.DisposeAsync();
            _load = null;
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
