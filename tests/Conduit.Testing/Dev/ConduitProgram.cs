using System.Diagnostics;
using Conduit.Testing.Processes;
using Conduit.Testing.Repository;

namespace Conduit.Testing.Dev;

/// <summary>The command line as a user has it: its own process, its own state folder.</summary>
/// <param name="stateFolder">Where it keeps its dev meshes.</param>
/// <param name="command">The program, and what comes before the arguments of conduit.</param>
public sealed class ConduitProgram(string stateFolder, params string[] command)
{
    private static readonly TimeSpan VerbLimit = TimeSpan.FromSeconds(60);

    // The folder that tests run from is named after the configuration they were built in, as is the program's.
    private static string Configuration { get; } = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>What <c>dotnet</c> runs of the built one.</summary>
    public static string Assembly { get; } = RepositoryFiles.At("artifacts", "bin", "Conduit.Cli", Configuration, "conduit.dll");

    /// <summary>Where it is run from. Default: the folder of the tests.</summary>
    public string WorkingFolder { get; init; } = "";

    /// <summary>The built one.</summary>
    public static ConduitProgram Built(string stateFolder) => new(stateFolder, "dotnet", Assembly);

    /// <summary>Starts a verb that runs until it is interrupted.</summary>
    public RunningProgram Start(params string[] arguments) => new(StartInfo(arguments));

    /// <summary>Runs a verb to its end, at most a minute.</summary>
    public async Task<ProgramResult> RunAsync(params string[] arguments)
    {
        await using var program = Start(arguments);
        return await program.EndAsync(VerbLimit);
    }

    private ProcessStartInfo StartInfo(string[] arguments)
    {
        var start = new ProcessStartInfo(command[0], [.. command[1..], .. arguments]) { WorkingDirectory = WorkingFolder };
        start.Environment["CONDUIT_STATE_DIR"] = stateFolder;
        start.Environment["NO_COLOR"] = "1";
        start.Environment.Remove("CONDUIT_API_ADDR");
        start.Environment.Remove("KUBECONFIG");
        return start;
    }
}
