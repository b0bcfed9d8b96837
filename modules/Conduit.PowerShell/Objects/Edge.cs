using Conduit.Model.Resources;
using Conduit.Operations.Edges;

namespace Conduit.PowerShell.Objects;

/// <summary>Who calls whom, and how that goes.</summary>
public sealed record Edge
{
    /// <summary>Name of the caller.</summary>
    public required string Source { get; init; }

    /// <summary>Such as <c>deployment</c>.</summary>
    public required string SourceKind { get; init; }

    public required string SourceNamespace { get; init; }

    /// <summary>Name of the called.</summary>
    public required string Destination { get; init; }

    /// <summary>Such as <c>deployment</c>; <c>authority</c> where it leads out of the mesh.</summary>
    public required string DestinationKind { get; init; }

    /// <summary>Empty for an authority.</summary>
    public required string DestinationNamespace { get; init; }

    /// <summary>0 to 1.</summary>
    public required double SuccessRate { get; init; }

    /// <summary>Requests per second.</summary>
    public required double Rps { get; init; }

    /// <summary>Median time to the first byte of the response.</summary>
    public required TimeSpan LatencyP50 { get; init; }

    public required TimeSpan LatencyP95 { get; init; }

    public required TimeSpan LatencyP99 { get; init; }

    /// <summary>0 to 1.</summary>
    public required double TlsShare { get; init; }

    public required long SuccessCount { get; init; }

    public required long FailureCount { get; init; }

    /// <summary>The time up to now that the numbers cover.</summary>
    public required TimeSpan Window { get; init; }

    internal static Edge Of(TrafficEdge edge) => new()
    {
        Source = edge.Source.Name,
        SourceKind = ResourceKindNames.Canonical(edge.Source.Kind),
        SourceNamespace = edge.Source.Namespace,
        Destination = edge.Destination.Name,
        DestinationKind = ResourceKindNames.Canonical(edge.Destination.Kind),
        DestinationNamespace = edge.Destination.Namespace,
        SuccessRate = edge.Traffic.SuccessRate,
        Rps = edge.Traffic.Rps,
        LatencyP50 = edge.Traffic.LatencyP50,
        LatencyP95 = edge.Traffic.LatencyP95,
        LatencyP99 = edge.Traffic.LatencyP99,
        TlsShare = edge.Traffic.TlsShare,
        SuccessCount = edge.Traffic.SuccessCount,
        FailureCount = edge.Traffic.FailureCount,
        Window = edge.Window,
    };
}
