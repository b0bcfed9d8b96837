namespace Conduit.Grpc.Tests.Interop;

/// <summary>The tests that share one installation of the foreign peer.</summary>
[CollectionDefinition(Name)]
public sealed class InteropCollection : ICollectionFixture<InteropFixture>
{
    public const string Name = "interop";
}
