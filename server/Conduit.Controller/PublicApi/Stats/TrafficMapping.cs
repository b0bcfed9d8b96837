using Conduit.Controller.Metrics;
using Conduit.Protocol.Public;

namespace Conduit.Controller.PublicApi.Stats;

/// <summary>From the ring's totals to the numbers that every reader is given.</summary>
internal static class TrafficMapping
{
    /// <summary>Null without traffic.</summary>
    public static BasicStats? ToBasicStats(this TrafficTotals? traffic) => traffic is null or { IsEmpty: true } ? null : new BasicStats
    {
        SuccessCount = traffic.Successes,
        FailureCount = traffic.Failures,
        TlsRequestCount = traffic.OverTls,
        LatencyUsP50 = Microseconds(traffic, 0.5),
        LatencyUsP95 = Microseconds(traffic, 0.95),
        LatencyUsP99 = Microseconds(traffic, 0.99),
    };

    private static ulong Microseconds(TrafficTotals traffic, double quantile) => (ulong)traffic.Latency.Quantile(quantile).TotalMicroseconds;
}
