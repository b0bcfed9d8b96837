namespace Conduit.Cli.Tests.Running;

/// <summary>What a command line left behind.</summary>
internal sealed record CliResult(int ExitCode, string Out, string Error);
