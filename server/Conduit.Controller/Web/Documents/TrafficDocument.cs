using Conduit.Protocol.Public;

namespace Conduit.Controller.Web.Documents;

/// <summary>The responses of a window, as <c>conduit stat</c> tells them.</summary>
internal sealed record TrafficDocument
{
    private const int Digits = 4;

    public required ulong Success { get; init; }

    public required ulong Failure { get; init; }

    /// <summary>Those of both that came over TLS.</summary>
    public required ulong Tls { get; init; }

    /// <summary>0 to 1.</summary>
    public required double SuccessRate { get; init; }

    /// <summary>Responses per second.</summary>
    public required double Rps { get; init; }

    /// <summary>Median of the time to the first byte, in milliseconds.</summary>
    public required double P50 { get; init; }

    public required double P95 { get; init; }

    public required double P99 { get; init; }

    /// <summary>Null without traffic.</summary>
    public static TrafficDocument? Of(BasicStats? stats, TimeSpan window) => stats is null ? null : new TrafficDocument
    {
        Success = stats.SuccessCount,
        Failure = stats.FailureCount,
        Tls = stats.TlsRequestCount,
        SuccessRate = Math.Round((double)stats.SuccessCount / (stats.SuccessCount + stats.FailureCount), Digits),
        Rps = Math.Round((stats.SuccessCount + stats.FailureCount) / window.TotalSeconds, Digits),
        P50 = stats.LatencyUsP50 / 1000.0,
        P95 = stats.LatencyUsP95 / 1000.0,
        P99 = stats.LatencyUsP99 / 1000.0,
    };
}
