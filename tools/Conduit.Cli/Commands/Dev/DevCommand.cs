using System.CommandLine;
using Conduit.Cli.Hosting;

namespace Conduit.Cli.Commands.Dev;

internal sealed class DevCommand : Command
{
    public DevCommand(CommandContext context)
        : base("dev", "Run a mesh on this machine, without a cluster.")
    {
        Subcommands.Add(new DevUpCommand(context));
        Subcommands.Add(new DevDownCommand(context));
        Subcommands.Add(new DevStatusCommand(context));
    }
}
