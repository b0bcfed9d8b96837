using System.CommandLine;
using Conduit.Cli.Hosting;

namespace Conduit.Cli.Commands;

/// <summary>A verb: it parses, calls one operation, prints, and returns an exit code. What it throws is told by <see cref="FailureWriter"/>.</summary>
internal abstract class VerbCommand : Command
{
    protected VerbCommand(string name, string description)
        : base(name, description) => SetAction(RunAsync);

    /// <summary>What its one line of description leaves out, for its help: paragraphs with an empty line between them.</summary>
    public abstract string Details { get; }

    /// <summary>For its help.</summary>
    public abstract IReadOnlyList<Example> Examples { get; }

    /// <summary>For its help, where they are not <see cref="ExitCode.Meanings"/>.</summary>
    public virtual IReadOnlyList<(int Code, string Meaning)> ExitCodes => [];

    protected abstract Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken);
}
