namespace Conduit.Load.Clients;

/// <summary>What a client saw of one run.</summary>
/// <param name="Units">Requests, messages or megabytes that went through.</param>
/// <param name="Failed">Requests that failed.</param>
/// <param name="Latencies">How long each took; none where that was not measured.</param>
internal sealed record Outcome(double Units, long Failed, LatencyLog Latencies)
{
    public double PerSecond => Units / Latencies.Seconds;
}
