namespace Conduit.Proxy.Reliability;

/// <summary>When an endpoint rests after failures.</summary>
internal sealed record EjectionOptions
{
    /// <summary>Failures in a row that make it rest.</summary>
    public int Failures { get; init; } = 5;

    /// <summary>How long; short, because the request that finds it dead is tried elsewhere, while a rest too long fails requests that would succeed.</summary>
    public Backoff Rest { get; init; } = new(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(1));
}
