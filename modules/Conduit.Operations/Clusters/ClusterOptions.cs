namespace Conduit.Operations.Clusters;

/// <summary>What the user said about which cluster is meant. Empty: as kubectl would choose.</summary>
public sealed record ClusterOptions
{
    /// <summary>Path of a kubeconfig file.</summary>
    public string? Kubeconfig { get; init; }

    /// <summary>Name of a kubeconfig context.</summary>
    public string? Context { get; init; }

    /// <summary>Whether anything was said.</summary>
    internal bool IsNamed => (Kubeconfig ?? Context) is not null;
}
