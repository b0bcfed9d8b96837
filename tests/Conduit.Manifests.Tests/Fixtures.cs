using System.Text;
using Conduit.Testing.Repository;

namespace Conduit.Manifests.Tests;

/// <summary>The manifests in <c>Fixtures/</c>, written in the shapes that people have them in.</summary>
internal static class Fixtures
{
    private static readonly UTF8Encoding Exact = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static string Folder { get; } = RepositoryFiles.At("tests", "Conduit.Manifests.Tests", "Fixtures");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    public static TheoryData<string> All => [.. Names];

    // Not File.ReadAllText: that would drop the byte order mark.
    public static ManifestText Read(string name) => new(name, Exact.GetString(File.ReadAllBytes(Path.Combine(Folder, name))));
}
