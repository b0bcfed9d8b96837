using System.CommandLine;
using Conduit.Cli.Output;
using Conduit.Model.Failures;

namespace Conduit.Cli.Hosting;

/// <summary>The one place where failures become words on stderr and an exit code.</summary>
internal sealed class FailureWriter(Terminal terminal, bool verbose)
{
    public async Task<int> GuardAsync(Func<Task<int>> run, CancellationToken cancellationToken)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (OutputClosedException)
        {
            // The reader, such as head, has all it wanted.
            return ExitCode.Ok;
        }
        catch (MisuseException failure)
        {
            Write(failure.Message, failure);
            return ExitCode.Misuse;
        }
        catch (ConduitException failure)
        {
            Write(failure.Message, failure);
            return ExitCode.Failed;
        }
        catch (Exception failure)
        {
            Write($"this should not have happened: {failure.Message}", failure);
            WriteHint();
            return ExitCode.Failed;
        }
    }

    /// <summary>Says what was not understood, and where help is.</summary>
    public int Misuse(ParseResult parsed)
    {
        foreach (var message in parsed.Errors.Select(error => error.Message).Distinct())
        {
            // The parser's sentences begin with a capital letter, ours go on behind "error:".
            Write(char.ToLowerInvariant(message[0]) + message[1..], failure: null);
        }

        if (Meant(parsed) is { } meant)
        {
            terminal.Error.WriteLine($"Did you mean '{meant}'?");
        }

        terminal.Error.WriteLine($"See '{CommandPath.Of(parsed.CommandResult.Command)} --help'.");
        return ExitCode.Misuse;
    }

    /// <summary>The verb or option that the first word which was not understood may stand for.</summary>
    private static string? Meant(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var options = command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options));

        return parsed.UnmatchedTokens is not [var typed, ..] ? null
            : typed.StartsWith('-') ? SimilarWords.Nearest(typed.Split('=')[0], options.Select(option => option.Name))
            : SimilarWords.Nearest(typed, command.Subcommands.Select(verb => verb.Name));
    }

    private void Write(string message, Exception? failure)
    {
        terminal.Error.WriteLine($"{terminal.ErrorPalette.Red("error:")} {message}");

        if (verbose && failure is not null)
        {
            terminal.Error.WriteLine(failure);
        }
    }

    private void WriteHint()
    {
        if (!verbose)
        {
            terminal.Error.WriteLine("Run it again with --verbose to see where; please report it with that output.");
        }
    }
}
