namespace Conduit.Controller.Metrics;

/// <summary>Time since the ring was made, on a clock that nobody sets.</summary>
internal sealed class RingClock(TimeProvider time)
{
    /// <summary>So long each second has its own sample.</summary>
    public const int FineSeconds = 60;

    /// <summary>The length of an older sample in seconds.</summary>
    public const int BlockSeconds = 10;

    /// <summary>So long anything is held.</summary>
    public const int HeldSeconds = 600;

    private readonly long _start = time.GetTimestamp();
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();

    public TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>The current second: samples of it are still coming.</summary>
    public int Second => (int)Now.TotalSeconds;

    /// <summary>When that second began. Later changes of the system's time do not show in it.</summary>
    public DateTimeOffset TimeOf(int second) => _startedAt + TimeSpan.FromSeconds(second);

    public static int BlockOf(int second) => second - (second % BlockSeconds);

    /// <summary>What of the last <paramref name="asked"/> can be told: whole seconds for a minute, whole blocks beyond.</summary>
    public RingWindow WindowOf(TimeSpan asked)
    {
        var now = Now;
        var second = (int)now.TotalSeconds;
        var length = (int)Math.Ceiling(Math.Min(asked.TotalSeconds, HeldSeconds));
        var start = Math.Max(0, second - Math.Max(1, length));
        var since = length <= FineSeconds ? start : BlockOf(start);
        var covered = now - TimeSpan.FromSeconds(since);
        return new RingWindow(since, covered < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : covered);
    }
}
