using Conduit.Model.Cluster;

namespace Conduit.Controller.Cluster;

/// <summary>One look at the cluster's source: a picture, or why there is none.</summary>
internal sealed record ClusterReading
{
    private ClusterReading()
    {
    }

    public ClusterState State { get; private init; } = ClusterState.Empty;

    /// <summary>What the proxies of a dev mesh show; null on a cluster, where a pod's address tells who it is.</summary>
    public string? Token { get; private init; }

    /// <summary>Why the source could not be read; null when it could.</summary>
    public string? Fault { get; private init; }

    public static ClusterReading Of(ClusterState state, string? token) => new() { State = state, Token = token };

    public static ClusterReading Failed(string fault) => new() { Fault = fault };
}
