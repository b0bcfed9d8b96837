using System.Collections.Immutable;
using System.Net;
using Conduit.Controller.Cluster;

namespace Conduit.Controller.Destinations;

/// <summary>Where a target leads at one moment.</summary>
internal sealed record DestinationView
{
    public static ImmutableDictionary<IPEndPoint, LabelSet> NoAddresses { get; } = ImmutableDictionary<IPEndPoint, LabelSet>.Empty;

    /// <summary>False when nothing by that name or address is known.</summary>
    public bool Exists { get; init; }

    /// <summary>Labels that hold for every address.</summary>
    public LabelSet SetLabels { get; init; } = LabelSet.Empty;

    /// <summary>The addresses, each with the labels of its own.</summary>
    public ImmutableDictionary<IPEndPoint, LabelSet> Addresses { get; init; } = NoAddresses;
}
