using Conduit.Init.Redirection;

namespace Conduit.Init.Tests.Redirection;

public sealed class NatTableTests
{
    [Fact]
    public void Chains_and_jumps_of_ours_are_found_among_the_rules_of_others()
    {
        var table = NatTable.Parse(
            """
            -P PREROUTING ACCEPT
            -P OUTPUT ACCEPT
            -N CONDUIT_OUTPUT
            -N CONDUIT_OUTPUT_OF_SOMEBODY
            -N DOCKER_OUTPUT
            -A OUTPUT -d 127.0.0.11/32 -j DOCKER_OUTPUT
            -A OUTPUT -m comment --comment "conduit/install-conduit-output" -j CONDUIT_OUTPUT
            -A PREROUTING -m comment --comment "conduit/install-conduit-prerouting/1516998000" -j CONDUIT_REDIRECT
            -A OUTPUT -j CONDUIT_OUTPUT
            -A CONDUIT_OUTPUT -o lo -j RETURN
            """);

        Assert.Equal<string>(["CONDUIT_OUTPUT"], table.Chains);
        Assert.Equal<NatJump>([new NatJump("OUTPUT", 2), new NatJump("PREROUTING", 1), new NatJump("OUTPUT", 3)], table.Jumps);
    }

    [Fact]
    public void A_fresh_pod_has_nothing_of_ours()
    {
        var table = NatTable.Parse("-P PREROUTING ACCEPT\n-P INPUT ACCEPT\n-P OUTPUT ACCEPT\n-P POSTROUTING ACCEPT\n");

        Assert.Empty(table.Chains);
        Assert.Empty(table.Jumps);
    }
}
