using System.Globalization;
using Conduit.Init.Redirection;
using Conduit.Model.Failures;

namespace Conduit.Init.Execution;

/// <summary>One iptables program: a back end for one address family.</summary>
internal sealed class Iptables(string program, ICommandRunner runner, TimeSpan lockWait, TimeProvider time)
{
    // Beyond waiting for the lock, a call takes milliseconds; a node under heavy load gets a generous multiple.
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(30);

    public static string ProgramFor(IptablesMode mode, IpFamily family)
    {
        var name = family == IpFamily.V4 ? "iptables" : "ip6tables";
        return mode == IptablesMode.Plain ? name : $"{name}-{mode.ToString().ToLowerInvariant()}";
    }

    /// <summary>The full command line, as a person would type it.</summary>
    public string Spell(IptablesCall call) => $"{program} {string.Join(' ', Arguments(call))}";

    public async Task<CommandResult> TryRunAsync(IptablesCall call, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(lockWait + CallLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);

        try
        {
            return await runner.RunAsync(program, [.. Arguments(call)], either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConduitException(
                "IptablesTimedOut",
                $"'{Spell(call)}' did not end within {(lockWait + CallLimit).TotalSeconds:0} seconds, so it was killed. "
                + "See what else changes iptables in this pod, or how loaded the node is.");
        }
    }

    public async Task<string> RunAsync(IptablesCall call, CancellationToken cancellationToken)
    {
        var result = await TryRunAsync(call, cancellationToken);
        return result.Succeeded ? result.Output : throw IptablesFailure.Of(Spell(call), result);
    }

    private IEnumerable<string> Arguments(IptablesCall call) =>
        ["-w", lockWait.TotalSeconds.ToString("0", CultureInfo.InvariantCulture), .. call.Arguments];
}
