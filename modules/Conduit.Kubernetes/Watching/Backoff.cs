namespace Conduit.Kubernetes.Watching;

/// <summary>Pauses between tries: 0.8 s at first, twice as long each time up to 5 s, and up to as much again at random.</summary>
public sealed class Backoff(Random random)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private TimeSpan _next = First;

    public TimeSpan Next()
    {
        var pause = _next * (1 + random.NextDouble());
        _next = _next * 2 < Longest ? _next * 2 : Longest;
        return pause;
    }

    public void Reset() => _next = First;
}
