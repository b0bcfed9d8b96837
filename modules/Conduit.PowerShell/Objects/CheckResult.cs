namespace Conduit.PowerShell.Objects;

/// <summary>What one check found.</summary>
public sealed record CheckResult
{
    /// <summary>What was checked, such as <c>kubernetes-api</c>.</summary>
    public required string Subsystem { get; init; }

    /// <summary>What should be so, such as <c>can query the Kubernetes API</c>.</summary>
    public required string Description { get; init; }

    /// <summary><c>Ok</c>, <c>Fail</c>, or <c>Error</c> where it could not be found out.</summary>
    public required string Status { get; init; }

    /// <summary>Why it is not so; null when it is.</summary>
    public required string? Reason { get; init; }

    /// <summary>What to do; null when there is nothing to do.</summary>
    public required string? Remedy { get; init; }

    internal static CheckResult Of(Operations.Check.CheckResult result) => new()
    {
        Subsystem = result.Subsystem,
        Description = result.Description,
        Status = result.Status.ToString(),
        Reason = result.Reason,
        Remedy = result.Remedy,
    };
}
