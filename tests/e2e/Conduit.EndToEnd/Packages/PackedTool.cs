using Conduit.EndToEnd.Commands;
using Conduit.Testing.Dev;
using Conduit.Testing.Repository;

namespace Conduit.EndToEnd.Packages;

/// <summary>The command line as README has it installed: packed from this checkout, in an empty folder outside of it.</summary>
public sealed class PackedTool : IAsyncLifetime
{
    // Native code is compiled in a minute or two where nothing else runs.
    private static readonly TimeSpan PackLimit = TimeSpan.FromMinutes(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("conduit-tool-").FullName;

    /// <summary>What <c>dotnet tool install</c> made.</summary>
    internal string Tools => Path.Combine(_folder, "tools");

    private string Packages => Path.Combine(_folder, "packages");

    public async Task InitializeAsync()
    {
        _ = (await Shell.RunAsync(PackLimit, "dotnet", "pack", RepositoryFiles.At("tools", "Conduit.Cli"), "-c", "Release", "-o", Packages, "-v", "quiet")).Printed;
        _ = (await Shell.RunAsync("dotnet", "tool", "install", "conduit", "--tool-path", Tools, "--source", Packages)).Printed;
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>It, run from a folder that is neither the checkout's nor its own.</summary>
    internal ConduitProgram Conduit(string stateFolder) =>
        new(stateFolder, Path.Combine(Tools, "conduit")) { WorkingFolder = Directory.CreateDirectory(Path.Combine(_folder, "elsewhere")).FullName };
}
