using System.Collections.Immutable;
using Conduit.Init.Redirection;

namespace Conduit.Init.Execution;

/// <summary>Carries the plan out, or prints it, for each address family that the pod uses.</summary>
internal sealed class RedirectInstaller(IptablesBackend backend, bool podHasIpv6, TextWriter output)
{
    public async Task RunAsync(InitOptions options, CancellationToken cancellationToken)
    {
        if (options.Simulate)
        {
            Simulate(options);
            return;
        }

        var mode = await backend.ChooseAsync(options, cancellationToken);

        foreach (var family in Families(options))
        {
            await InstallAsync(backend.For(mode, family, options), options.Redirect, family, cancellationToken);
        }
    }

    private async Task InstallAsync(Iptables iptables, RedirectOptions options, IpFamily family, CancellationToken cancellationToken)
    {
        var present = NatTable.Parse(await iptables.RunAsync(IptablesCall.List(), cancellationToken));

        foreach (var call in RedirectPlan.Build(options, family, present))
        {
            output.WriteLine(iptables.Spell(call));
            await iptables.RunAsync(call, cancellationToken);
        }

        output.WriteLine(iptables.Spell(IptablesCall.List()));
        output.WriteLine((await iptables.RunAsync(IptablesCall.List(), cancellationToken)).TrimEnd());
    }

    private void Simulate(InitOptions options)
    {
        var mode = options.IptablesMode == IptablesMode.Auto ? IptablesMode.Plain : options.IptablesMode;

        foreach (var family in Families(options))
        {
            var iptables = backend.For(mode, family, options);

            foreach (var call in RedirectPlan.Build(options.Redirect, family, NatTable.Empty))
            {
                output.WriteLine(iptables.Spell(call));
            }
        }
    }

    private ImmutableArray<IpFamily> Families(InitOptions options) => options.Ipv6 switch
    {
        Ipv6Mode.False => [IpFamily.V4],
        Ipv6Mode.Auto when !podHasIpv6 => [IpFamily.V4],
        _ => [IpFamily.V4, IpFamily.V6],
    };
}
