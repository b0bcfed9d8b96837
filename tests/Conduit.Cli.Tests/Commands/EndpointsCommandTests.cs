using Conduit.Cli.Tests.Running;
using Conduit.Testing.Api;
using Conduit.Testing.Snapshots;

namespace Conduit.Cli.Tests.Commands;

public sealed class EndpointsCommandTests : IAsyncLifetime
{
    private FakeApi _api = null!;

    public async Task InitializeAsync() => _api = await FakeApi.StartAsync(EmojivotoMesh.Create());

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    public async Task Every_service_is_shown(string format)
    {
        var result = await EndpointsAsync($"endpoints -o {format}");

        Assert.Equal((ExitCode.Ok, ""), (result.ExitCode, result.Error));
        Snapshot.Match(result.Out, parameters: $"format={format}");
    }

    [Fact]
    public async Task One_service_is_shown_alone()
    {
        var result = await EndpointsAsync("endpoints voting-svc.emojivoto.svc.cluster.local:8080");

        Assert.Equal(
            """
            NAMESPACE   SERVICE      PORT   ADDRESS         POD        READY
            emojivoto   voting-svc   8080   10.0.0.1:8080   voting-1   true

            """.ReplaceLineEndings("\n"),
            result.Out);
    }

    [Fact]
    public async Task Nothing_found_is_said()
    {
        var result = await EndpointsAsync("endpoints nowhere");

        Assert.Equal((ExitCode.Ok, "", "No endpoints found.\n"), (result.ExitCode, result.Out, result.Error));
    }

    private Task<CliResult> EndpointsAsync(string line) => TestCli.RunAsync($"{line} --api-addr {_api.Address}");
}
