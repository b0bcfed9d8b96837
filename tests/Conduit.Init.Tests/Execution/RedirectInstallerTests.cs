using Conduit.Init.Execution;
using Conduit.Init.Redirection;
using Conduit.Model.Addresses;
using Conduit.Model.Failures;
using Conduit.Testing.Snapshots;
using Conduit.Testing.Time;

namespace Conduit.Init.Tests.Execution;

public sealed class RedirectInstallerTests : IDisposable
{
    private const string Denied = "iptables v1.8.9 (nf_tables): Could not fetch rule set generation id: Permission denied (you must be root)\n";

    private static readonly InitOptions Options = new()
    {
        Redirect = new RedirectOptions { InboundListener = new Port(4143), OutboundListener = new Port(4140), ProxyUser = 2102 },
        Ipv6 = Ipv6Mode.False,
    };

    private readonly FakeIptables _iptables = new();
    private readonly StringWriter _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task A_second_run_leaves_what_the_first_made()
    {
        await RunAsync(Options);
        var once = _iptables.Listing("iptables");

        await RunAsync(Options);

        Assert.Contains("-A OUTPUT", once, StringComparison.Ordinal);
        Assert.Equal(once, _iptables.Listing("iptables"));
    }

    [Fact]
    public async Task A_run_after_a_failure_at_any_call_ends_like_a_clean_one()
    {
        await RunAsync(Options);
        var clean = _iptables.Listing("iptables");
        var calls = _iptables.Calls.Count;

        for (var failing = 1; failing <= calls * 2; failing++)
        {
            var countdown = failing;
            _iptables.Intercept = _ => --countdown == 0 ? new CommandResult(1, "", "iptables: Resource temporarily unavailable.") : null;
            await Record.ExceptionAsync(() => RunAsync(Options));

            _iptables.Intercept = _ => null;
            await RunAsync(Options);

            Assert.Equal(clean, _iptables.Listing("iptables"));
        }
    }

    [Fact]
    public async Task Rules_of_others_stay_as_they_are()
    {
        await _iptables.RunAsync("iptables", ["-w", "1", "-t", "nat", "-A", "OUTPUT", "-d", "127.0.0.11/32", "-j", "DNAT"], CancellationToken.None);

        await RunAsync(Options);
        await RunAsync(Options);

        Assert.Contains("-A OUTPUT -d 127.0.0.11/32 -j DNAT\n-A OUTPUT -m comment --comment conduit/", _iptables.Listing("iptables"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(Ipv6Mode.Auto), true, true)]
    [InlineData(nameof(Ipv6Mode.Auto), false, false)]
    [InlineData(nameof(Ipv6Mode.True), false, true)]
    [InlineData(nameof(Ipv6Mode.False), true, false)]
    public async Task Ipv6_follows_the_flag_and_then_the_pod(string mode, bool podHasIpv6, bool redirected)
    {
        await RunAsync(Options with { Ipv6 = Enum.Parse<Ipv6Mode>(mode) }, podHasIpv6);

        Assert.Equal(redirected, _iptables.Listing("ip6tables").Contains("-A OUTPUT", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("iptables-nft iptables-legacy iptables", "iptables-nft")]
    [InlineData("iptables-legacy iptables", "iptables-legacy")]
    [InlineData("iptables", "iptables")]
    public async Task Auto_takes_the_first_program_that_works(string installed, string chosen)
    {
        _iptables.Installed.IntersectWith(installed.Split(' '));

        await RunAsync(Options);

        Assert.StartsWith($"{chosen} -w 10 -t nat -N CONDUIT_REDIRECT", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_permission_is_named_with_its_remedy_even_where_other_programs_are_missing()
    {
        _iptables.Installed.Remove("iptables-legacy");
        _iptables.Intercept = _ => new CommandResult(4, "", Denied);

        var failure = await Assert.ThrowsAsync<ConduitException>(() => RunAsync(Options));

        Assert.Equal("NetAdminMissing", failure.Id);
        Assert.Contains("capability NET_ADMIN", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mode_whose_program_is_not_there_says_so()
    {
        _iptables.Installed.Clear();

        var failure = await Assert.ThrowsAsync<ConduitException>(() => RunAsync(Options with { IptablesMode = IptablesMode.Legacy }));

        Assert.Equal(
            "There is no program to run 'iptables-legacy -w 10 -t nat -S'. Use Conduit's own init image, or choose another --iptables-mode.",
            failure.Message);
    }

    [Fact]
    public async Task A_lock_that_is_held_too_long_is_named()
    {
        _iptables.Intercept = line => line.Contains("-N", StringComparison.Ordinal)
            ? new CommandResult(4, "", "Another app is currently holding the xtables lock. Stopped waiting after 10s.\n")
            : null;

        var failure = await Assert.ThrowsAsync<ConduitException>(() => RunAsync(Options));

        Assert.Equal("IptablesLocked", failure.Id);
    }

    [Fact]
    public async Task Simulate_prints_the_calls_and_makes_none()
    {
        await RunAsync(Options with { Simulate = true, Ipv6 = Ipv6Mode.True });

        Assert.Empty(_iptables.Calls);
        Snapshot.Match(_output.ToString());
    }

    private Task RunAsync(InitOptions options, bool podHasIpv6 = false)
    {
        var installer = new RedirectInstaller(new IptablesBackend(_iptables, TimeProvider.System), podHasIpv6, _output);
        return Eventually.Ends(installer.RunAsync(options, CancellationToken.None));
    }
}
