namespace Conduit.Proxy.Reliability;

/// <summary>
/// Delays that double from <paramref name="First"/> to <paramref name="Last"/>, each shortened by up to half at random, so that many
/// do not return at once.
/// </summary>
internal sealed record Backoff(TimeSpan First, TimeSpan Last)
{
    private const int MostDoublings = 30;

    /// <param name="failures">Failures in a row, from 1.</param>
    /// <param name="random">Where the jitter comes from.</param>
    public TimeSpan Delay(int failures, Random random)
    {
        var doubled = First * Math.Pow(2, Math.Clamp(failures - 1, 0, MostDoublings));
        var full = doubled < Last ? doubled : Last;
        return full * (0.5 + (random.NextDouble() / 2));
    }
}
