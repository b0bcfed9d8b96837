using System.Diagnostics;
using Conduit.Testing.Processes;
using Conduit.Testing.Repository;

namespace Conduit.EndToEnd.Commands;

/// <summary>The two commands of a user: <c>kubectl</c>, and <c>conduit</c> as it was built.</summary>
internal static class Shell
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);

    // The folder that tests run from is named after the configuration they were built in, as is the program's.
    private static string Configuration { get; } = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    private static string ConduitAssembly { get; } = RepositoryFiles.At("artifacts", "bin", "Conduit.Cli", Configuration, "conduit.dll");

    public static Task<ProgramResult> KubectlAsync(params string[] arguments) => RunAsync(Start("kubectl", arguments), input: "");

    /// <summary><c>kubectl apply -f -</c>, and what it printed.</summary>
    public static async Task<string> ApplyAsync(string manifest, params string[] options) =>
        (await RunAsync(Start("kubectl", ["apply", .. options, "-f", "-"]), manifest)).Printed;

    public static Task<ProgramResult> ConduitAsync(params string[] arguments) => ConduitFedAsync(input: "", arguments);

    public static Task<ProgramResult> ConduitFedAsync(string input, params string[] arguments) => RunAsync(Conduit(arguments), input);

    /// <summary>Starts a verb that runs until it is stopped.</summary>
    public static RunningProgram StartConduit(params string[] arguments) => new(Conduit(arguments));

    /// <summary>Runs any other command, at most six minutes.</summary>
    public static Task<ProgramResult> RunAsync(string program, params string[] arguments) => RunAsync(Limit, program, arguments);

    /// <summary>Runs any other command, at most as long as <paramref name="limit"/> says.</summary>
    public static Task<ProgramResult> RunAsync(TimeSpan limit, string program, params string[] arguments) =>
        RunAsync(Start(program, arguments), input: "", limit);

    private static async Task<ProgramResult> RunAsync(ProcessStartInfo start, string input, TimeSpan? limit = null)
    {
        await using var command = new RunningProgram(start);
        await command.FeedAsync(input);
        return await command.EndAsync(limit ?? Limit);
    }

    private static ProcessStartInfo Conduit(string[] arguments) => Start("dotnet", [ConduitAssembly, .. arguments]);

    private static ProcessStartInfo Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments);
        start.Environment["KUBECONFIG"] = Environment.GetEnvironmentVariable("CONDUIT_E2E_KUBECONFIG");
        start.Environment["NO_COLOR"] = "1";

        // A mesh that runs on this machine is not the one under test.
        start.Environment["CONDUIT_STATE_DIR"] = Path.Combine(AppContext.BaseDirectory, "no-dev-mesh");
        start.Environment.Remove("CONDUIT_API_ADDR");
        return start;
    }
}
