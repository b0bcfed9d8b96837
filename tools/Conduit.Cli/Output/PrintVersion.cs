using System.CommandLine;
using System.CommandLine.Invocation;
using Conduit.Cli.Hosting;

namespace Conduit.Cli.Output;

/// <summary><c>--version</c>: the bare number, as scripts expect it.</summary>
internal sealed class PrintVersion(Terminal terminal) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        terminal.Out.WriteLine(ConduitNames.Version);
        return ExitCode.Ok;
    }
}
