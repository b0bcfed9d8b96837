namespace Conduit.Load.Clients;

/// <summary>What a client saw of one run.</summary>
/// <param name="Units">Requests, messages or megabytes that went through.</param>
/// <param name="Failed">Requests that failed.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="P50">Median latency in milliseconds; null where it was not measured.</param>
/// <param name="P99">The 99th percentile, likewise.</param>
internal sealed record Outcome(double Units, long Failed, double Seconds, double? P50, double? P99)
{
    public double PerSecond => Units / Seconds;
}
