namespace Conduit.Load.Clients;

/// <summary>Latencies in milliseconds, sorted, and the seconds in which they came about.</summary>
internal sealed record LatencyLog(double Seconds, IReadOnlyList<double> Sorted)
{
    public double? Quantile(double quantile) => Sorted.Count == 0 ? null : Sorted[Math.Max(0, (int)Math.Ceiling(quantile * Sorted.Count) - 1)];
}
