namespace Conduit.Load.Machine;

/// <summary>Programs as images carry them.</summary>
internal static class PublishedProgram
{
    // tools/images/Images.proj publishes to artifacts/publish, and whoever asks runs in artifacts/bin/<project>/<configuration>.
    public static string At(string project, string program) =>
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "publish", project, "release_linux-x64", program));
}
