namespace Conduit.PowerShell.Tests.Scripts;

/// <summary>The PowerShell that script suites run in: what <c>CONDUIT_PWSH</c> names, else a <c>pwsh</c> on the path.</summary>
internal static class PowerShellEngine
{
    public const string Variable = "CONDUIT_PWSH";

    private static readonly string FileName = OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh";

    /// <summary>Null on a machine that has none.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : OnPath();

    private static string? OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => System.IO.Path.Combine(folder, FileName))
        .FirstOrDefault(File.Exists);
}
