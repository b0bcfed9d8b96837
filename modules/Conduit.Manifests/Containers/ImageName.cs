namespace Conduit.Manifests.Containers;

/// <summary>Full names of images.</summary>
internal static class ImageName
{
    /// <summary>The image of a registry with the version as its tag, or the one that is given instead, which may have its own tag or digest.</summary>
    public static string Of(string? given, string registry, string name, string version)
    {
        var image = given ?? $"{registry.TrimEnd('/')}/{name}";
        var last = image[(image.LastIndexOf('/') + 1)..];
        return last.AsSpan().ContainsAny(':', '@') ? image : $"{image}:{version}";
    }
}
