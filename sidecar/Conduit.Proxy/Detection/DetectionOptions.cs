namespace Conduit.Proxy.Detection;

/// <summary>How long detection waits for whom.</summary>
internal sealed record DetectionOptions
{
    /// <summary>A client that is silent for so long may be waiting for its server to begin.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>When both sides are silent for so long, the connection is carried without being understood.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What a silent client is left when its server cannot be reached: time to show that it speaks HTTP, and can be told.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(1);
}
