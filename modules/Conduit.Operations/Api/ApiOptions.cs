using Conduit.Operations.Clusters;

namespace Conduit.Operations.Api;

/// <summary>What the user said about where the mesh's API is. Empty: look for it.</summary>
public sealed record ApiOptions
{
    /// <summary>Namespace of the control plane. Default <c>conduit</c>.</summary>
    public string ConduitNamespace { get; init; } = "conduit";

    /// <summary><c>host:port</c> given for this call; wins over all else.</summary>
    public string? Address { get; init; }

    /// <summary><c>host:port</c> from the environment.</summary>
    public string? EnvironmentAddress { get; init; }

    /// <summary>Which cluster, where a mesh on a cluster is meant. Naming one is saying so.</summary>
    public ClusterOptions Cluster { get; init; } = new();

    /// <summary>Name of a dev mesh.</summary>
    public string? Mesh { get; init; }
}
