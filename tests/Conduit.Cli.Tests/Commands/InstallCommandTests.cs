using Conduit.Cli.Tests.Running;

namespace Conduit.Cli.Tests.Commands;

public sealed class InstallCommandTests
{
    [Fact]
    public async Task Two_renders_are_the_same_bytes()
    {
        var first = await TestCli.RunAsync("install");
        var second = await TestCli.RunAsync("install");

        Assert.Equal((ExitCode.Ok, ""), (first.ExitCode, first.Error));
        Assert.Equal(first.Out, second.Out);
        Assert.StartsWith("---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: conduit\n", first.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("install -n my-mesh")]
    [InlineData("install -c my-mesh")]
    [InlineData("install --conduit-namespace my-mesh")]
    [InlineData("-c my-mesh install")]
    public async Task The_namespace_can_be_given_in_every_way(string line)
    {
        var result = await TestCli.RunAsync(line);

        Assert.Contains("kind: Namespace\nmetadata:\n  name: my-mesh\n", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("namespace: conduit\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_namespace_that_cannot_be_is_misuse()
    {
        var result = await TestCli.RunAsync("install -n my_mesh");

        Assert.Equal((ExitCode.Misuse, ""), (result.ExitCode, result.Out));
        Assert.StartsWith("error: my_mesh is not a valid namespace\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_controller_is_refused()
    {
        var result = await TestCli.RunAsync("install --controller-replicas 2");

        Assert.Equal((ExitCode.Failed, ""), (result.ExitCode, result.Out));
        Assert.StartsWith("error: controller-replicas: 2 controllers", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replicas_of_what_is_not_installed_are_noted()
    {
        var result = await TestCli.RunAsync("install --web-replicas 2");

        Assert.Equal((ExitCode.Ok, "note: web-replicas has no effect: the controller serves the dashboard\n"), (result.ExitCode, result.Error));
    }
}
