namespace Conduit.Testing.Time;

/// <summary>A clock that stands still until a test moves it; its timers fire on the thread that moves it, in the order of their times.</summary>
public sealed class ManualTimeProvider(DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly DateTimeOffset _start = start ?? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private TimeSpan _elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Timers that wait for the clock; what a test awaits before it moves on.</summary>
    public int PendingTimers
    {
        get
        {
            lock (_lock)
            {
                return _timers.Count;
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => _start + Elapsed();

    public override long GetTimestamp() => Elapsed().Ticks;

    public void Advance(TimeSpan by)
    {
        var target = Elapsed() + by;

        while (TakeNextDue(target) is { } timer)
        {
            timer.Fire();
        }

        lock (_lock)
        {
            _elapsed = target;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Schedule(ManualTimer timer, TimeSpan dueIn)
    {
        lock (_lock)
        {
            _timers.Remove(timer);

            if (dueIn >= TimeSpan.Zero)
            {
                timer.Due = _elapsed + dueIn;
                _timers.Add(timer);
            }
        }
    }

    private TimeSpan Elapsed()
    {
        lock (_lock)
        {
            return _elapsed;
        }
    }

    private ManualTimer? TakeNextDue(TimeSpan target)
    {
        lock (_lock)
        {
            var next = _timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);

            if (next is not null)
            {
                _timers.Remove(next);
                _elapsed = next.Due;
            }

            return next;
        }
    }
}
