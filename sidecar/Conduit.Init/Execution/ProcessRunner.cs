using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;

namespace Conduit.Init.Execution;

/// <summary>Runs programs as child processes, in plain English and with their environment.</summary>
internal sealed class ProcessRunner(IReadOnlyDictionary<string, string> environment) : ICommandRunner
{
    private const int NoSuchFile = 2;

    public async Task<CommandResult> RunAsync(string program, ImmutableArray<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = TryStart(start);

        if (process is null)
        {
            return new CommandResult(CommandResult.NotFound, "", $"{program}: not found");
        }

        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception failure) when (failure.NativeErrorCode == NoSuchFile)
        {
            return null;
        }
    }
}
