using System.Diagnostics;
using Conduit.Testing.Time;
using Xunit;

namespace Conduit.Testing.Node;

/// <summary>A folder of JavaScript programs with their locked packages, beside the tests that run them.</summary>
public sealed class NodePackage(string folder)
{
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(3);

    /// <summary>What is not here and needed; null if nothing.</summary>
    public static string? Missing { get; } = new[] { "node", "npm" }.Where(name => Find(name) is null).ToList() is { Count: > 0 } names
        ? $"{string.Join(" and ", names)} not found on PATH"
        : null;

    /// <summary>Installs the locked packages, unless these very ones are there.</summary>
    public async Task InstallAsync()
    {
        var wanted = await File.ReadAllTextAsync(Path.Combine(folder, "package-lock.json"));
        var stamp = Path.Combine(folder, "node_modules", ".installed");
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == wanted)
        {
            return;
        }

        using var npm = Process.Start(new ProcessStartInfo(Find("npm")!, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = folder,
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

    public NodeProcess Start(string script, params string[] arguments) =>
        new(Process.Start(new ProcessStartInfo(Find("node") ?? throw new InvalidOperationException("node is not on PATH."), [script, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);

    private static string? Find(string program)
    {
        string[] names = OperatingSystem.IsWindows() ? [program + ".exe", program + ".cmd"] : [program];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
