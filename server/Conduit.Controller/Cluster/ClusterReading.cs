using Conduit.Model.Cluster;

namespace Conduit.Controller.Cluster;

/// <summary>One look at the cluster's source: a picture, or what is wrong, or a picture that may soon be outdated for what is wrong.</summary>
internal sealed record ClusterReading
{
    private ClusterReading()
    {
    }

    /// <summary>Null when there is no other picture than the last one.</summary>
    public ClusterState? State { get; private init; }

    /// <summary>What the proxies of a dev mesh show; null on a cluster, where a pod's address tells who it is.</summary>
    public string? Token { get; private init; }

    /// <summary>Why the source cannot be read at the moment; null when it can.</summary>
    public string? Fault { get; init; }

    public static ClusterReading Of(ClusterState state, string? token = null) => new() { State = state, Token = token };

    public static ClusterReading Failed(string fault) => new() { Fault = fault };
}
