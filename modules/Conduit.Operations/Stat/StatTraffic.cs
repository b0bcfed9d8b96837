namespace Conduit.Operations.Stat;

/// <summary>The requests that were answered within the window.</summary>
public sealed record StatTraffic
{
    public required long SuccessCount { get; init; }

    public required long FailureCount { get; init; }

    /// <summary>Requests that arrived over TLS.</summary>
    public required long TlsCount { get; init; }

    /// <summary>0 to 1.</summary>
    public required double SuccessRate { get; init; }

    /// <summary>Requests per second.</summary>
    public required double Rps { get; init; }

    /// <summary>0 to 1.</summary>
    public required double TlsShare { get; init; }

    /// <summary>Median time to the first byte of the response.</summary>
    public required TimeSpan LatencyP50 { get; init; }

    public required TimeSpan LatencyP95 { get; init; }

    public required TimeSpan LatencyP99 { get; init; }
}
