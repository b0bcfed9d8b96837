using System.Collections.Immutable;

namespace Conduit.Init.Execution;

internal interface ICommandRunner
{
    Task<CommandResult> RunAsync(string program, ImmutableArray<string> arguments, CancellationToken cancellationToken);
}
