namespace Conduit.Operations.Version;

/// <summary>What runs on the other side.</summary>
public sealed record VersionResult
{
    /// <summary>The controller's version; null when it could not be asked.</summary>
    public required string? Server { get; init; }

    /// <summary>The runtime that it runs on, such as <c>.NET 10.0.1</c>; null when it could not be asked.</summary>
    public required string? Runtime { get; init; }

    /// <summary>Why it could not be asked; null when it was.</summary>
    public required string? Unavailable { get; init; }
}
