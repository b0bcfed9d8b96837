namespace Conduit.Integration.Tests.Dev;

/// <summary>Tests that run a whole mesh; one after another, since each takes the machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DevMeshes
{
    public const string Name = "dev meshes";
}
