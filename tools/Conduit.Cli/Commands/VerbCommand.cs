using System.CommandLine;
using Conduit.Cli.Hosting;

namespace Conduit.Cli.Commands;

/// <summary>A verb: it parses, calls one operation, prints, and returns an exit code. What it throws is told by <see cref="FailureWriter"/>.</summary>
internal abstract class VerbCommand : Command
{
    protected VerbCommand(string name, string description)
        : base(name, description) => SetAction(RunAsync);

    /// <summary>Shown under its help.</summary>
    public virtual IReadOnlyList<Example> Examples => [];

    protected abstract Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken);
}
