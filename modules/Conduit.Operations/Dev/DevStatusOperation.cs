using Conduit.Model.Cluster;

namespace Conduit.Operations.Dev;

/// <summary>The meshes that run on this machine.</summary>
public sealed class DevStatusOperation(DevMeshStore store)
{
    /// <summary>By name.</summary>
    public IReadOnlyList<DevMesh> Run() => store.ListRunning();
}
