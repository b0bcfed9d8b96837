using System.Net;
using System.Net.Sockets;
using Conduit.Cli.Tests.Running;

namespace Conduit.Cli.Tests.Hosting;

public sealed class MeshChoiceTests
{
    [Theory]
    [InlineData("stat deploy", ExitCode.Failed, "no mesh was found")]
    [InlineData("stat deploy --context prod", ExitCode.Failed, "no kubeconfig was found")]
    [InlineData("stat deploy --kubeconfig /no/such/file", ExitCode.Failed, "there is no kubeconfig at /no/such/file.")]
    [InlineData("stat deploy --mesh shop", ExitCode.Misuse, "no dev mesh runs, so none is called 'shop'")]
    [InlineData("stat deploy --api-addr nonsense", ExitCode.Misuse, "'nonsense' is no address of an API")]
    public async Task Without_an_api_the_next_step_is_named(string line, int exitCode, string said)
    {
        var result = await TestCli.RunAsync(line);

        Assert.Equal((exitCode, ""), (result.ExitCode, result.Out));
        Assert.StartsWith($"error: {said}", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_names_an_api_too()
    {
        using var bound = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        bound.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        var result = await new TestCli { Environment = new() { ApiAddress = bound.LocalEndPoint!.ToString() } }.InvokeAsync("stat deploy");

        Assert.Equal(ExitCode.Failed, result.ExitCode);
        Assert.StartsWith($"error: nothing listens at {bound.LocalEndPoint} (CONDUIT_API_ADDR).", result.Error, StringComparison.Ordinal);
    }
}
