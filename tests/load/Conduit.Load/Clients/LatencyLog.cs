namespace Conduit.Load.Clients;

/// <summary>Latencies in milliseconds, sorted, and the seconds in which they came about.</summary>
internal sealed record LatencyLog(double Seconds, IReadOnlyList<double> Sorted)
{
    /// <summary>Several logs of the same time as one.</summary>
    public static LatencyLog Of(IReadOnlyCollection<LatencyLog> logs) => new(logs.Max(log => log.Seconds), [.. logs.SelectMany(log => log.Sorted).Order()]);

    /// <summary>In milliseconds; null when there is none.</summary>
    public double? Quantile(double quantile) => Sorted.Count == 0 ? null : Sorted[Math.Max(0, (int)Math.Ceiling(quantile * Sorted.Count) - 1)];
}
