namespace Conduit.PowerShell.Objects;

/// <summary>The versions on both sides.</summary>
public sealed record MeshVersion
{
    /// <summary>This module's.</summary>
    public required string Client { get; init; }

    /// <summary>The controller's; null when it was not asked, or could not be.</summary>
    public required string? Server { get; init; }

    /// <summary>What the controller runs on, such as <c>.NET 10.0.1</c>; null when it was not asked, or could not be.</summary>
    public required string? Runtime { get; init; }
}
