using System.Collections.Immutable;

namespace Conduit.Model.Cluster;

public sealed record Pod
{
    private const string Pending = "Pending";

    private static ImmutableSortedDictionary<string, string> NoLabels => ImmutableSortedDictionary<string, string>.Empty;

    public required string Namespace { get; init; }

    public required string Name { get; init; }

    /// <summary>The topmost owner: the Deployment, not its ReplicaSet. Null for a bare pod.</summary>
    public Workload? Owner { get; init; }

    /// <summary>Null until the pod has an address. In a dev mesh every pod has 127.0.0.1.</summary>
    public string? Ip { get; init; }

    public PodPhase Phase { get; init; }

    /// <summary>As kubectl shows it: the phase, or why it is not running, such as <c>CrashLoopBackOff</c>.</summary>
    public string Status { get; init => field = value ?? Pending; } = Pending;

    /// <summary>Why it is not running, in words; empty otherwise.</summary>
    public string Message { get; init => field = value ?? ""; } = "";

    public bool Ready { get; init; }

    /// <summary>True when a proxy of this control plane stands beside it.</summary>
    public bool Meshed { get; init; }

    public int Restarts { get; init; }

    /// <summary>When it started; null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    public string ProxyVersion { get; init => field = value ?? ""; } = "";

    public ImmutableSortedDictionary<string, string> Labels { get; init => field = value ?? NoLabels; } = NoLabels;
}
