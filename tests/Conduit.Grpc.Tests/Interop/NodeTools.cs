using System.Diagnostics;
using Conduit.Testing.Time;

namespace Conduit.Grpc.Tests.Interop;

/// <summary>The JavaScript side's programs, and its packages beside the tests.</summary>
internal static class NodeTools
{
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(3);

    /// <summary>Why the foreign peer cannot run here; null if it can.</summary>
    public static string? Missing { get; } = new[] { "node", "npm" }.Where(name => Find(name) is null).ToList() is { Count: > 0 } names
        ? $"Not run: {string.Join(" and ", names)} not found on PATH, so there is no @grpc/grpc-js to talk to."
        : null;

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Interop", "node");

    public static string Proto { get; } = Path.Combine(AppContext.BaseDirectory, "Echo", "echo.proto");

    public static string Node => Find("node") ?? throw new InvalidOperationException("node is not on PATH.");

    /// <summary>Installs the locked packages, unless these very ones are there.</summary>
    public static async Task InstallAsync()
    {
        var wanted = await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json"));
        var stamp = Path.Combine(Folder, "node_modules", ".installed");
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == wanted)
        {
            return;
        }

        using var npm = Process.Start(new ProcessStartInfo(Find("npm")!, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = Folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        try
        {
            var output = await Eventually.Ends(
                Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync()), InstallLimit);
            await Eventually.Ends(npm.WaitForExitAsync(), InstallLimit);
            Assert.True(npm.ExitCode == 0, $"npm ci failed with {npm.ExitCode}.\n{string.Join('\n', output)}");
        }
        finally
        {
            npm.Kill(entireProcessTree: true);
        }

        await File.WriteAllTextAsync(stamp, wanted);
    }

    private static string? Find(string program)
    {
        string[] names = OperatingSystem.IsWindows() ? [program + ".exe", program + ".cmd"] : [program];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
