using System.CommandLine;
using Conduit.Cli.Hosting;

namespace Conduit.Cli.Commands;

internal sealed class VersionCommand(CommandContext context) : VerbCommand("version", "Show the versions of this program and of the mesh.")
{
    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        context.Terminal.Out.WriteLine($"Client version: {ConduitNames.Version}");
        return Task.FromResult(ExitCode.Ok);
    }
}
