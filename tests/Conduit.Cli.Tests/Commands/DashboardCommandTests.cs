using Conduit.Cli.Tests.Running;
using Conduit.Testing.Clusters;
using Conduit.Testing.Time;

namespace Conduit.Cli.Tests.Commands;

public sealed class DashboardCommandTests : IAsyncLifetime
{
    private readonly string _kubeconfig = Path.GetTempFileName();
    private readonly List<Uri> _opened = [];
    private FakeCluster _cluster = null!;

    public async Task InitializeAsync()
    {
        _cluster = await FakeCluster.StartAsync();
        _cluster.Install("127.0.0.1:1", "127.0.0.1:1");
        await File.WriteAllTextAsync(_kubeconfig, _cluster.Kubeconfig);
    }

    public async Task DisposeAsync()
    {
        await _cluster.DisposeAsync();
        File.Delete(_kubeconfig);
    }

    [Fact]
    public async Task It_prints_the_address_opens_it_and_ends_with_the_interruption()
    {
        var result = await RunAsync("", until: "default browser\n");

        var opened = Assert.Single(_opened);
        Assert.Equal((ExitCode.Ok, ""), (result.ExitCode, result.Error));
        Assert.Matches("^http://127.0.0.1:[0-9]+/$", opened.ToString());
        Assert.Equal($"Conduit dashboard available at:\n{opened}\nOpening Conduit dashboard in the default browser\n", result.Out);
    }

    [Fact]
    public async Task Show_url_opens_nothing()
    {
        var result = await RunAsync("--show url", until: "/\n");

        Assert.Empty(_opened);
        Assert.Matches("^Conduit dashboard available at:\nhttp://127.0.0.1:[0-9]+/\n$", result.Out);
    }

    [Theory]
    [InlineData("-p -1", ExitCode.Misuse, "error: port must be greater than or equal to zero, was -1\n")]
    [InlineData("-p 65536", ExitCode.Misuse, "error: port must be at most 65535, was 65536\n")]
    [InlineData("--show grafana", ExitCode.Misuse, "error: unknown value for 'show' param, was: grafana, must be one of: conduit, url\n")]
    [InlineData(
        "-n my-mesh",
        ExitCode.Failed,
        "error: Conduit is not running in the \"my-mesh\" namespace\nInstall with: conduit install --conduit-namespace my-mesh | kubectl apply -f -\n")]
    public async Task What_cannot_be_shown_is_said(string options, int exitCode, string said)
    {
        var result = await TestCli.RunAsync($"dashboard --kubeconfig {_kubeconfig} {options}");

        Assert.Equal((exitCode, ""), (result.ExitCode, result.Out));
        Assert.StartsWith(said, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_browser_the_user_is_told_to_open_it()
    {
        var cli = new TestCli();
        using var interrupt = new CancellationTokenSource();
        var running = cli.InvokeAsync($"dashboard --kubeconfig {_kubeconfig}", interrupt.Token);
        await Eventually.Holds(() => cli.Output.Text.EndsWith("default browser\n", StringComparison.Ordinal));
        await interrupt.CancelAsync();

        Assert.Contains("note: there is no browser", (await running).Error, StringComparison.Ordinal);
    }

    private async Task<CliResult> RunAsync(string options, string until)
    {
        var cli = new TestCli { OpenBrowser = Open };
        using var interrupt = new CancellationTokenSource();
        var running = cli.InvokeAsync($"dashboard --kubeconfig {_kubeconfig} {options}", interrupt.Token);
        await Eventually.Holds(() => cli.Output.Text.EndsWith(until, StringComparison.Ordinal));
        await interrupt.CancelAsync();
        return await running;
    }

    private bool Open(Uri address)
    {
        _opened.Add(address);
        return true;
    }
}
