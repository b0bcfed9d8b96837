using Conduit.Cli.Tests.Running;
using Conduit.Testing.Api;

namespace Conduit.Cli.Tests.Commands;

public sealed class VersionCommandTests
{
    private const string NoMesh = "note: no mesh was found";

    [Theory]
    [InlineData("version", "Client version: 0.1.0\nServer version: 9.8.7\n")]
    [InlineData("version --short", "0.1.0\n9.8.7\n")]
    [InlineData("version -o yaml", "client:\n  version: \"0.1.0\"\nserver:\n  version: \"9.8.7\"\n  runtime: \".NET 10.0.0\"\n")]
    public async Task Both_versions_are_printed(string line, string printed)
    {
        await using var api = await FakeApi.StartAsync();

        var result = await TestCli.RunAsync($"{line} --api-addr {api.Address}");

        Assert.Equal((ExitCode.Ok, printed, ""), (result.ExitCode, result.Out, result.Error));
    }

    [Theory]
    [InlineData("version", "Client version: 0.1.0\nServer version: unavailable\n")]
    [InlineData("version -o json", "{\n  \"client\": {\n    \"version\": \"0.1.0\"\n  },\n  \"server\": null\n}\n")]
    public async Task Without_a_mesh_the_server_is_unavailable(string line, string printed)
    {
        var result = await TestCli.RunAsync(line);

        Assert.Equal((ExitCode.Ok, printed), (result.ExitCode, result.Out));
        Assert.StartsWith(NoMesh, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version --client", "Client version: 0.1.0\n")]
    [InlineData("version --client --short", "0.1.0\n")]
    public async Task The_client_alone_needs_no_mesh(string line, string printed)
    {
        var result = await TestCli.RunAsync(line);

        Assert.Equal((ExitCode.Ok, printed, ""), (result.ExitCode, result.Out, result.Error));
    }
}
