using Conduit.Model.Resources;

namespace Conduit.PowerShell.Objects;

/// <summary>One resource and its traffic.</summary>
public sealed record StatRow
{
    /// <summary>Empty for a namespace's own row.</summary>
    public required string Namespace { get; init; }

    /// <summary>Such as <c>deployment</c>.</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Running pods with a proxy; null for an authority, which has no pods.</summary>
    public required int? MeshedPods { get; init; }

    /// <summary>Running pods; null for an authority.</summary>
    public required int? RunningPods { get; init; }

    public required int FailedPods { get; init; }

    /// <summary>0 to 1. NaN without traffic, which is neither less nor greater than any number, so that filters leave idle workloads out.</summary>
    public required double SuccessRate { get; init; }

    /// <summary>Requests per second.</summary>
    public required double Rps { get; init; }

    /// <summary>Median time to the first byte of the response; null without traffic.</summary>
    public required TimeSpan? LatencyP50 { get; init; }

    public required TimeSpan? LatencyP95 { get; init; }

    public required TimeSpan? LatencyP99 { get; init; }

    /// <summary>0 to 1; NaN without traffic.</summary>
    public required double TlsShare { get; init; }

    public required long SuccessCount { get; init; }

    public required long FailureCount { get; init; }

    /// <summary>The time up to now that the numbers cover.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>Pods of it that do not run and why, a line each; empty for none.</summary>
    public required string Faults { get; init; }

    internal static StatRow Of(Operations.Stat.StatRow row) => new()
    {
        Namespace = row.Namespace,
        Kind = ResourceKindNames.Canonical(row.Kind),
        Name = row.Name,
        MeshedPods = row.MeshedPods,
        RunningPods = row.RunningPods,
        FailedPods = row.FailedPods,
        SuccessRate = row.Traffic?.SuccessRate ?? double.NaN,
        Rps = row.Traffic?.Rps ?? 0,
        LatencyP50 = row.Traffic?.LatencyP50,
        LatencyP95 = row.Traffic?.LatencyP95,
        LatencyP99 = row.Traffic?.LatencyP99,
        TlsShare = row.Traffic?.TlsShare ?? double.NaN,
        SuccessCount = row.Traffic?.SuccessCount ?? 0,
        FailureCount = row.Traffic?.FailureCount ?? 0,
        Window = row.Window,
        Faults = string.Join('\n', row.Faults),
    };
}
