using Conduit.Init.Execution;
using Conduit.Init.Tests.Execution;

namespace Conduit.Init.Tests;

public sealed class InitProgramTests : IDisposable
{
    private readonly FakeIptables _iptables = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task Misuse_ends_with_64_and_names_everything_before_anything_runs()
    {
        Assert.Equal(64, await RunAsync("-p", "0", "--bogus"));

        Assert.Empty(_iptables.Calls);
        Assert.Equal(
            [
                "conduit-init: '--bogus' is no flag of conduit-init.",
                "conduit-init: --incoming-proxy-port must be a valid TCP port number, not '0'.",
                "conduit-init: --outgoing-proxy-port must be a valid TCP port number, not ''.",
                "Run conduit-init --help for the flags.",
            ],
            _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_failure_ends_with_1_and_one_sentence()
    {
        _iptables.Intercept = _ => new CommandResult(4, "", "Permission denied (you must be root)");

        Assert.Equal(1, await RunAsync("-p", "4143", "-o", "4140"));

        Assert.StartsWith("conduit-init: Changing iptables is not permitted here", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_ends_with_0()
    {
        Assert.Equal(0, await RunAsync("--help"));

        Assert.Contains("Usage: conduit-init", _output.ToString(), StringComparison.Ordinal);
    }

    private Task<int> RunAsync(params string[] arguments) =>
        new InitProgram(new RedirectInstaller(new IptablesBackend(_iptables, TimeProvider.System), podHasIpv6: false, _output), _output, _error)
            .RunAsync(arguments, CancellationToken.None);
}
