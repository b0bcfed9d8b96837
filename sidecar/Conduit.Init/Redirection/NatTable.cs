using System.Collections.Immutable;

namespace Conduit.Init.Redirection;

/// <summary>What an earlier run left in the nat table: chains of ours, and rules of others' chains that lead there.</summary>
/// <param name="Chains">Names of our chains that exist.</param>
/// <param name="Jumps">In the order of the listing.</param>
internal sealed record NatTable(ImmutableArray<string> Chains, ImmutableArray<NatJump> Jumps)
{
    public static NatTable Empty { get; } = new([], []);

    /// <summary>Reads what <c>iptables -S</c> prints.</summary>
    public static NatTable Parse(string listing)
    {
        var chains = ImmutableArray.CreateBuilder<string>();
        var jumps = ImmutableArray.CreateBuilder<NatJump>();
        var rules = new Dictionary<string, int>();

        foreach (var line in listing.Split('\n'))
        {
            switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                case ["-N", var chain, ..] when ConduitChains.All.Contains(chain):
                    chains.Add(chain);
                    break;
                case ["-A", var chain, .. var rule]:
                    var number = rules[chain] = rules.GetValueOrDefault(chain) + 1;

                    if (rule is [.., "-j", var target] && ConduitChains.All.Contains(target))
                    {
                        jumps.Add(new NatJump(chain, number));
                    }

                    break;
            }
        }

        return new NatTable(chains.ToImmutable(), jumps.ToImmutable());
    }
}
