using Conduit.Operations.Api;

namespace Conduit.Operations.Check;

/// <summary>What to check.</summary>
public sealed record CheckRequest
{
    /// <summary>Which mesh. Before an installation only the cluster and the namespace count.</summary>
    public ApiOptions Mesh { get; init; } = new();

    public CheckScope Scope { get; init; }

    /// <summary>The version that everything should have; null to compare none.</summary>
    public string? ExpectedVersion { get; init; }
}
