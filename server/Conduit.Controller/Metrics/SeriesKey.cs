using Conduit.Controller.Cluster;
using Conduit.Protocol.Common;

namespace Conduit.Controller.Metrics;

/// <summary>What the responses of a series have in common, beside the pod that reports them.</summary>
internal sealed record SeriesKey
{
    /// <summary>Stands for every authority that there is no room for.</summary>
    public const string OtherAuthority = "other";

    public required ProxyDirection Direction { get; init; }

    public string Authority { get; init; } = "";

    /// <summary>The destination's labels as the destination service gave them; empty inbound.</summary>
    public LabelSet Destination { get; init; } = LabelSet.Empty;

    public bool Probe { get; init; }

    public bool Tls { get; init; }

    public bool Success { get; init; }

    /// <summary>1 to 5 for 1xx to 5xx; 0 when the stream ended before a status.</summary>
    public uint StatusClass { get; init; }

    /// <summary>The few series that take what the many would not fit into.</summary>
    public SeriesKey WithoutNames() => this with { Authority = OtherAuthority, Destination = LabelSet.Empty };
}
