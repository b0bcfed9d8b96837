using Conduit.Init.Redirection;
using Conduit.Model.Failures;

namespace Conduit.Init.Execution;

/// <summary>Finds the back end that works here.</summary>
internal sealed class IptablesBackend(ICommandRunner runner, TimeProvider time)
{
    // nft first: it is what kernels and distributions moved to, and a pod's own network namespace starts without rules of either.
    private static readonly IptablesMode[] Preference = [IptablesMode.Nft, IptablesMode.Legacy, IptablesMode.Plain];

    public async Task<IptablesMode> ChooseAsync(InitOptions options, CancellationToken cancellationToken)
    {
        if (options.IptablesMode != IptablesMode.Auto)
        {
            return options.IptablesMode;
        }

        var failures = new List<ConduitException>();

        foreach (var mode in Preference)
        {
            var iptables = For(mode, IpFamily.V4, options);
            var result = await iptables.TryRunAsync(IptablesCall.List(), cancellationToken);

            if (result.Succeeded)
            {
                return mode;
            }

            failures.Add(IptablesFailure.Of(iptables.Spell(IptablesCall.List()), result));
        }

        // What keeps one program from working is worth more to the reader than that another is not installed.
        throw failures.FirstOrDefault(failure => failure.Id != "IptablesMissing") ?? failures[0];
    }

    public Iptables For(IptablesMode mode, IpFamily family, InitOptions options) =>
        new(Iptables.ProgramFor(mode, family), runner, options.LockWait, time);
}
