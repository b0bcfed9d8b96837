using Conduit.Cli.Tests.Running;
using Conduit.Testing.Api;

namespace Conduit.Cli.Tests.Output;

/// <summary><c>-o name</c>: what kubectl and other verbs take as it is.</summary>
public sealed class NameOutputTests : IAsyncLifetime
{
    private FakeApi _api = null!;

    public async Task InitializeAsync() => _api = await FakeApi.StartAsync(EmojivotoMesh.Create());

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData("get pods", "pod/emoji-1 pod/vote-bot-1 pod/voting-1 pod/web-1")]
    [InlineData("stat deploy", "deployment.apps/emoji deployment.apps/vote-bot deployment.apps/voting deployment.apps/web")]
    [InlineData("stat ns/emojivoto", "namespace/emojivoto")]
    [InlineData("stat deployment.apps/web", "deployment.apps/web")]
    [InlineData("endpoints", "service/emoji-svc service/voting-svc service/web-svc")]
    public async Task Names_stand_one_on_a_line(string line, string names)
    {
        var result = await NamesAsync(line);

        Assert.Equal((ExitCode.Ok, ""), (result.ExitCode, result.Error));
        Assert.Equal(names.Replace(' ', '\n') + "\n", result.Out);
    }

    [Fact]
    public async Task A_service_with_two_addresses_is_named_once()
    {
        _api.Mesh.Endpoints.Add(_api.Mesh.Endpoints[0].Clone());

        Assert.Equal("service/emoji-svc\n", (await NamesAsync("endpoints emoji-svc")).Out);
    }

    private Task<CliResult> NamesAsync(string line) => TestCli.RunAsync($"{line} -n emojivoto -o name --api-addr {_api.Address}");
}
