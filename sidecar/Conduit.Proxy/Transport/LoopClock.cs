namespace Conduit.Proxy.Transport;

/// <summary>The clock of what happens on a loop: it stands still during a turn, so that looking at it costs nothing. Timers run as ever.</summary>
internal sealed class LoopClock(EventLoop loop, TimeProvider time) : TimeProvider
{
    public override long TimestampFrequency => time.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

    public override long GetTimestamp() => loop.Now;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);
}
