namespace Conduit.Grpc.Deadlines;

/// <summary>Runs an action once when a point in time has come; disposing it before makes that never.</summary>
internal sealed class CallDeadline : IDisposable, IAsyncDisposable
{
    // Timers take no longer wait than about 49 days; a later deadline is waited for in steps.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly TimeProvider _time;
    private readonly Action _expired;
    private readonly ITimer _timer;

    /// <param name="deadline">When, in UTC; <see cref="DateTime.MaxValue"/> for never.</param>
    /// <param name="time">The clock.</param>
    /// <param name="expired">What happens then, on a thread of the pool.</param>
    public CallDeadline(DateTime deadline, TimeProvider time, Action expired)
    {
        Value = deadline;
        _time = time;
        _expired = expired;
        _timer = time.CreateTimer(static state => ((CallDeadline)state!).Check(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (Remaining is { } remaining)
        {
            Wait(remaining);
        }
    }

    public DateTime Value { get; }

    /// <summary>The time left; null for ever.</summary>
    public TimeSpan? Remaining => Value == DateTime.MaxValue ? null : Value - _time.GetUtcNow().UtcDateTime;

    public bool HasPassed => Remaining <= TimeSpan.Zero;

    public void Dispose() => _timer.Dispose();

    /// <summary>Like <see cref="Dispose"/>, and waits for an action that has begun.</summary>
    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Check()
    {
        if (Remaining is { } remaining && remaining > TimeSpan.Zero)
        {
            Wait(remaining);
        }
        else
        {
            _expired();
        }
    }

    private void Wait(TimeSpan remaining)
    {
        // Timers count whole milliseconds: rounded down, the last one would be a busy wait.
        var wait = TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(remaining.TotalMilliseconds)));
        _timer.Change(wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
    }
}
