namespace Conduit.EndToEnd.Meshes;

/// <summary>The tests that share one mesh.</summary>
[CollectionDefinition(Name)]
public sealed class MeshCollection : ICollectionFixture<MeshFixture>
{
    public const string Name = "mesh";
}
