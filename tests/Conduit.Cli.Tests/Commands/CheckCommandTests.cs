using Conduit.Cli.Tests.Running;
using Conduit.Protocol.Healthcheck;
using Conduit.Testing.Api;
using Conduit.Testing.Clusters;
using Conduit.Testing.Snapshots;

namespace Conduit.Cli.Tests.Commands;

public sealed class CheckCommandTests : IAsyncLifetime
{
    private readonly string _kubeconfig = Path.GetTempFileName();
    private FakeCluster _cluster = null!;
    private FakeApi _api = null!;

    public async Task InitializeAsync()
    {
        _cluster = await FakeCluster.StartAsync();
        _api = await FakeApi.StartAsync();
        _api.Mesh.Checks.Add(new CheckResult { SubsystemName = "kubernetes", CheckDescription = "control plane can talk to Kubernetes" });
        _cluster.Install(_api.Address);
        await File.WriteAllTextAsync(_kubeconfig, _cluster.Kubeconfig);
    }

    public async Task DisposeAsync()
    {
        await _api.DisposeAsync();
        await _cluster.DisposeAsync();
        File.Delete(_kubeconfig);
    }

    [Fact]
    public async Task A_working_mesh_is_all_green()
    {
        var result = await CheckAsync("");

        Assert.Equal((ExitCode.Ok, ""), (result.ExitCode, result.Error));
        Snapshot.Match(result.Out);
    }

    [Theory]
    [InlineData("lines", "")]
    [InlineData("json", "-o json")]
    public async Task A_failing_check_is_followed_by_its_reason_and_what_to_do(string form, string options)
    {
        _cluster.Version = "v1.19.1";
        _api.Mesh.Checks[0].Status = CheckStatus.Fail;
        _api.Mesh.Checks[0].FriendlyMessageToUser = "it cannot list pods";

        var result = await CheckAsync(options);

        Assert.Equal((ExitCode.CheckFailed, ""), (result.ExitCode, result.Error));
        Snapshot.Match(result.Out, parameters: $"form={form}");
    }

    [Fact]
    public async Task A_check_that_cannot_be_made_is_an_error()
    {
        var result = await CheckAsync("-n elsewhere");

        Assert.Equal(ExitCode.CheckFailed, result.ExitCode);
        Assert.Contains(
            "[ERROR]  -- Conduit is not running in the \"elsewhere\" namespace\n    Install with: conduit install --conduit-namespace elsewhere | kubectl apply -f -\n",
            result.Out,
            StringComparison.Ordinal);
        Assert.EndsWith("\nStatus check results are [ERROR]\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_and_after_an_installation_are_not_checked_together() =>
        Assert.Equal(ExitCode.Misuse, (await CheckAsync("--pre --proxy")).ExitCode);

    private Task<CliResult> CheckAsync(string options) => TestCli.RunAsync($"check --kubeconfig {_kubeconfig} {options}");
}
