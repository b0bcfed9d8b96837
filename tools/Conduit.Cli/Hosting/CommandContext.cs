using Conduit.Cli.Output;

namespace Conduit.Cli.Hosting;

/// <summary>What every command works with. Whatever costs time to make is made by the command that needs it.</summary>
internal sealed record CommandContext(Terminal Terminal, CliEnvironment Environment, TimeProvider Time)
{
    public GlobalOptions Globals { get; } = new();
}
