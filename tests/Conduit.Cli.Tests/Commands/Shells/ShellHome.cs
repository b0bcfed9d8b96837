using System.Diagnostics;
using System.Runtime.Versioning;
using Conduit.Testing.Processes;

namespace Conduit.Cli.Tests.Commands.Shells;

/// <summary>A user's home with <c>conduit</c> on the path and one manifest, for a shell that reads no settings.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class ShellHome : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conduit-shell-");

    public ShellHome()
    {
        var program = Path.Combine(_folder.CreateSubdirectory("bin").FullName, "conduit");
        File.WriteAllText(program, $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "conduit.dll")}' \"$@\"\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        File.WriteAllText(Path.Combine(_folder.FullName, "app.yml"), "");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The lines that the shell prints for a script.</summary>
    public async Task<string[]> PrintAsync(string shell, string[] arguments, string script)
    {
        var start = new ProcessStartInfo(shell, [.. arguments, script]) { WorkingDirectory = _folder.FullName };
        start.Environment["HOME"] = _folder.FullName;
        start.Environment["XDG_CONFIG_HOME"] = _folder.FullName;
        start.Environment["XDG_DATA_HOME"] = _folder.FullName;
        start.Environment["PATH"] = $"{_folder.FullName}/bin{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        await using var running = new RunningProgram(start);
        return (await running.EndAsync(Limit)).Printed.Split('\n')[..^1];
    }
}
