using System.CommandLine;

namespace Conduit.Cli.Tests.Running;

/// <summary>What a command line left behind.</summary>
internal sealed record CliResult(int ExitCode, string Out, string Error)
{
    /// <summary>What it printed, where that is help: the parser calls the program what the process is called, here the test host.</summary>
    public string Help => Out.Replace(RootCommand.ExecutableName, "conduit", StringComparison.Ordinal);
}
