using System.CommandLine;
using Conduit.Cli.Hosting;
using Conduit.Cli.Output;

namespace Conduit.Cli.Commands.Options;

/// <summary><c>--watch</c>: the same question every two seconds, until Ctrl+C.</summary>
internal sealed class WatchOption(CommandContext context)
{
    private readonly Option<bool> _watch = new("--watch", "-w") { Description = "Ask again every two seconds, until Ctrl+C." };

    public void AddTo(Command command) => command.Options.Add(_watch);

    /// <summary>Writes the answer once, or as often as the watch lasts.</summary>
    public Task RunAsync(ParseResult parsed, Func<Terminal, Task> write, CancellationToken cancellationToken) => parsed.GetValue(_watch)
        ? new WatchedOutput(context.Terminal, context.Time).RunAsync(write, cancellationToken)
        : write(context.Terminal);
}
