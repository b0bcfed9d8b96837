using Conduit.Testing.Repository;

namespace Conduit.EndToEnd.Meshes;

/// <summary>The sample application.</summary>
internal static class Emojivoto
{
    /// <summary>A call that goes from web to voting and never fails by itself.</summary>
    public const string Vote = "/api/vote?choice=:joy:";

    public static string ManifestPath => RepositoryFiles.At("samples", "emojivoto", "emojivoto.yml");

    /// <summary>Its manifest for another namespace than its own.</summary>
    public static string In(string name) => File.ReadAllText(ManifestPath)
        .Replace("namespace: emojivoto", $"namespace: {name}", StringComparison.Ordinal)
        .Replace("  name: emojivoto\n", $"  name: {name}\n", StringComparison.Ordinal)
        .Replace("-svc.emojivoto:", $"-svc.{name}:", StringComparison.Ordinal);
}
