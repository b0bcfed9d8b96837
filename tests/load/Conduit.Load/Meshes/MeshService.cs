namespace Conduit.Load.Meshes;

/// <summary>A service of the mesh on this machine.</summary>
/// <param name="Name">In the mesh's only namespace.</param>
/// <param name="Ports">Where its endpoints listen on loopback.</param>
internal sealed record MeshService(string Name, IReadOnlyList<int> Ports)
{
    /// <summary>What an upstream listener of a proxy leads to.</summary>
    public string Authority => $"{Name}.{MeshFile.Namespace}:80";
}
