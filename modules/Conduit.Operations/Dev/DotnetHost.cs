using System.Runtime.InteropServices;

namespace Conduit.Operations.Dev;

/// <summary>The <c>dotnet</c> that runs what a dev mesh is made of. The command line itself may be native code, which no dotnet runs.</summary>
internal static class DotnetHost
{
    public static string FileName { get; } = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>Null when this machine has none.</summary>
    public static string? OfThisMachine() => Find(Folders(RuntimeEnvironment.GetRuntimeDirectory(), Environment.GetEnvironmentVariable));

    internal static string? Find(IEnumerable<string> folders) => folders.Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(File.Exists);

    /// <param name="runtimeFolder">Of the runtime that runs this process: <c>ROOT/shared/Microsoft.NETCore.App/VERSION/</c>.</param>
    /// <param name="variable">Environment variables by name.</param>
    internal static IEnumerable<string> Folders(string runtimeFolder, Func<string, string?> variable) =>
    [
        // That which runs this process need not be the one on the path.
        Path.GetFullPath(Path.Combine(runtimeFolder, "..", "..", "..")),
        .. Split(variable("DOTNET_ROOT")),
        .. Split(variable("PATH")),
        .. Split(variable("HOME")).Select(home => Path.Combine(home, ".dotnet")),

        // Where packages of .NET and of distributions have it.
        "/usr/share/dotnet",
        "/usr/lib/dotnet",
    ];

    private static string[] Split(string? folders) => (folders ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
