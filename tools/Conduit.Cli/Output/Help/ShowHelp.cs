using System.CommandLine;
using System.CommandLine.Invocation;

namespace Conduit.Cli.Output.Help;

/// <summary><c>--help</c>: the page of the command that it was given to.</summary>
internal sealed class ShowHelp(Terminal terminal, IReadOnlyCollection<Option> globals) : SynchronousCommandLineAction
{
    private const int WidestPage = 100;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        new HelpPage(terminal.Out, Math.Min(terminal.Width ?? WidestPage, WidestPage)).Write(parseResult.CommandResult.Command, globals);
        return ExitCode.Ok;
    }
}
