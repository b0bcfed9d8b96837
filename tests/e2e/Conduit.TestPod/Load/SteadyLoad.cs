using Conduit.TestPod.Calls;

namespace Conduit.TestPod.Load;

/// <summary>Calls an address at a steady rate, leaving out calls while too many have no answer, and counts how the calls end.</summary>
internal sealed class SteadyLoad : IAsyncDisposable
{
    // More would measure the machine that makes the load, not the mesh.
    private const int MostUnanswered = 200;

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TimeProvider _time;
    private readonly Task _running;
    private LoadCounts _counts = LoadCounts.None;
    private long _lastSuccess;
    private int _unanswered;

    private SteadyLoad(Caller caller, Uri address, int callsPerSecond, TimeProvider time)
    {
        _time = time;
        _lastSuccess = time.GetTimestamp();
        _running = RunAsync(caller, address, callsPerSecond);
    }

    public static SteadyLoad Start(Caller caller, Uri address, int callsPerSecond, TimeProvider time) =>
        new(caller, address, callsPerSecond, time);

    /// <summary>What was counted since the last time; calls under way count when they end.</summary>
    public LoadCounts Take()
    {
        lock (_gate)
        {
            return Interlocked.Exchange(ref _counts, LoadCounts.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
    }

    private async Task RunAsync(Caller caller, Uri address, int callsPerSecond)
    {
        var started = _time.GetTimestamp();
        var sent = 0L;
        using var beats = new PeriodicTimer(Beat, _time);

        try
        {
            while (await beats.WaitForNextTickAsync(_stopping.Token))
            {
                var due = (long)(_time.GetElapsedTime(started).TotalSeconds * callsPerSecond);

                for (; sent < due; sent++)
                {
                    if (Volatile.Read(ref _unanswered) < MostUnanswered)
                    {
                        _ = CallAsync(caller, address);
                    }
                }
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Calls that are under way are nobody's any more.
        }
    }

    private async Task CallAsync(Caller caller, Uri address)
    {
        Interlocked.Increment(ref _unanswered);
        var result = await caller.CallAsync(address, CancellationToken.None);
        Interlocked.Decrement(ref _unanswered);

        lock (_gate)
        {
            var silence = (long)_time.GetElapsedTime(_lastSuccess).TotalMilliseconds;
            _counts = _counts.With(result.Succeeded ? null : result.Reason, silence);
            _lastSuccess = result.Succeeded ? _time.GetTimestamp() : _lastSuccess;
        }
    }
}
