namespace Conduit.Cli.Tests.Commands.Shells;

/// <summary>Runs where there is that shell, and says plainly that it was skipped where there is none.</summary>
internal sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute(string shell) => Skip = OperatingSystem.IsWindows() || !IsOnPath(shell)
        ? $"Skipped: this machine has no {shell}. Its completion was not tried."
        : null;

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
