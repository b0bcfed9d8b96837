using System.Collections.Immutable;

namespace Conduit.Kubernetes.Configuration;

/// <summary>A user's <c>exec</c>: a program that hands out credentials.</summary>
internal sealed record ExecEntry(KubeConfigOrigin Origin)
{
    public required string ApiVersion { get; init; }

    public required string Command { get; init; }

    public ImmutableArray<string> Arguments { get; init; } = [];

    public ImmutableArray<KeyValuePair<string, string>> Environment { get; init; } = [];

    /// <summary>True when the program wants to be told which cluster it is for.</summary>
    public bool ProvideClusterInfo { get; init; }

    /// <summary>True when it cannot work without a terminal.</summary>
    public bool NeedsTerminal { get; init; }

    /// <summary>What the kubeconfig's author says about getting the program.</summary>
    public string? InstallHint { get; init; }
}
