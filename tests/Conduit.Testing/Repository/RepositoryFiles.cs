using System.Reflection;

namespace Conduit.Testing.Repository;

/// <summary>Where the checkout under test lies, whatever folder the tests run in.</summary>
public static class RepositoryFiles
{
    public static string Root { get; } = typeof(RepositoryFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);
}
