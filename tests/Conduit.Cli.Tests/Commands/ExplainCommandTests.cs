using Conduit.Cli.Tests.Running;
using Conduit.Testing.Snapshots;

namespace Conduit.Cli.Tests.Commands;

public sealed class ExplainCommandTests
{
    [Fact]
    public async Task Every_error_is_listed()
    {
        var result = await TestCli.RunAsync("explain");

        Assert.Equal((ExitCode.Ok, ""), (result.ExitCode, result.Error));
        Snapshot.Match(result.Out);
    }

    [Theory]
    [InlineData("CDT0301")]
    [InlineData("cdt0301")]
    [InlineData("CDT0301 unavailable")]
    public async Task One_error_is_told_in_full(string code)
    {
        var result = await new TestCli().InvokeAsync(["explain", code]);

        Assert.Equal((ExitCode.Ok, ""), (result.ExitCode, result.Error));
        Snapshot.Match(result.Out);
    }

    [Fact]
    public async Task Programs_get_the_same_as_a_document()
    {
        var result = await TestCli.RunAsync("explain CDT0501 -o yaml");

        Assert.Equal((ExitCode.Ok, ""), (result.ExitCode, result.Error));
        Snapshot.Match(result.Out);
    }

    [Fact]
    public async Task A_code_that_no_proxy_writes_is_misuse()
    {
        var result = await TestCli.RunAsync("explain CDT9999");

        Assert.Equal(
            (ExitCode.Misuse, "", "error: no proxy answers with the code 'CDT9999'. 'conduit explain' lists those there are.\n"),
            (result.ExitCode, result.Out, result.Error));
    }
}
