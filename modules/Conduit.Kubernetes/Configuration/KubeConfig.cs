using System.Collections.Immutable;

namespace Conduit.Kubernetes.Configuration;

/// <summary>One kubeconfig file, or several as one.</summary>
internal sealed record KubeConfig
{
    /// <summary>The files it was read from.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    public string? CurrentContext { get; init; }

    public ImmutableDictionary<string, ContextEntry> Contexts { get; init; } = ImmutableDictionary<string, ContextEntry>.Empty;

    public ImmutableDictionary<string, ClusterEntry> Clusters { get; init; } = ImmutableDictionary<string, ClusterEntry>.Empty;

    public ImmutableDictionary<string, UserEntry> Users { get; init; } = ImmutableDictionary<string, UserEntry>.Empty;

    /// <summary>What this file says wins over what a later one says, entry by entry.</summary>
    public KubeConfig MergeUnder(KubeConfig later) => new()
    {
        Files = [.. Files, .. later.Files],
        CurrentContext = CurrentContext ?? later.CurrentContext,
        Contexts = later.Contexts.SetItems(Contexts),
        Clusters = later.Clusters.SetItems(Clusters),
        Users = later.Users.SetItems(Users),
    };
}
