using System.CommandLine;
using System.CommandLine.Invocation;
using Conduit.Cli.Commands;
using Conduit.Cli.Output;

namespace Conduit.Cli.Hosting;

/// <summary>Runs one command line from its words to its exit code.</summary>
internal sealed class CommandLine(CommandContext context)
{
    private readonly Terminal _terminal = context.Terminal;

    /// <param name="words">The arguments, without the program's name.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl+C.</param>
    public async Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        words = Spelled(words);

        // A word that begins with @ is a name here, not a file of further words.
        var parsed = new ConduitCommand(context, words).Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var failures = new FailureWriter(_terminal, parsed.GetValue(context.Globals.Verbose));

        var exitCode = await failures.GuardAsync(
            () => parsed.Action is ParseErrorAction ? Task.FromResult(failures.Misuse(parsed)) : InvokeAsync(parsed, cancellationToken),
            cancellationToken);

        return _terminal.TryFlush() ? exitCode : ExitCode.Ok;
    }

    // As other command lines have it: "help VERB" is "VERB --help".
    private static IReadOnlyList<string> Spelled(IReadOnlyList<string> words) => words is ["help", ..] ? [.. words.Skip(1), "--help"] : words;

    private Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = new InvocationConfiguration
        {
            Output = _terminal.Out,
            Error = _terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };

        return parsed.InvokeAsync(configuration, cancellationToken);
    }
}
