namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>Says how long to wait before the next picture: after quiet a moment only, else ten times as long as the last one took.</summary>
internal sealed class PicturePace(TimeProvider time)
{
    // A pod and its endpoint change at almost the same time.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private const int Leisure = 10;

    private long _ended;
    private TimeSpan _rest;

    public TimeSpan Pause()
    {
        var left = _rest - time.GetElapsedTime(_ended);
        return left > ShortestPause ? left : ShortestPause;
    }

    /// <param name="started">The timestamp at which the work that is now done began.</param>
    public void Worked(long started)
    {
        var rest = time.GetElapsedTime(started) * Leisure;
        (_ended, _rest) = (time.GetTimestamp(), rest < LongestPause ? rest : LongestPause);
    }
}
