using Conduit.PowerShell.Cmdlets;
using Conduit.PowerShell.Objects;
using Conduit.PowerShell.Tests.Running;
using Conduit.Testing.Api;

namespace Conduit.PowerShell.Tests.Cmdlets;

public sealed class TestConduitCommandTests
{
    [Fact]
    public async Task A_mesh_that_cannot_be_found_is_a_result_with_a_remedy()
    {
        var results = await new TestConduitCommand { Module = TestModule.Context() }.OutputAsync<CheckResult>();

        var only = Assert.Single(results);
        Assert.Equal("Error", only.Status);
        Assert.NotNull(only.Remedy);
    }

    [Fact]
    public async Task Quietly_there_is_one_answer() =>
        Assert.False(Assert.Single(await new TestConduitCommand { Module = TestModule.Context(), IsQuiet = true }.OutputAsync<bool>()));

    [Fact]
    public async Task A_mesh_that_answers_is_checked()
    {
        await using var api = await FakeApi.StartAsync(EmojivotoMesh.Create());

        var results = await new TestConduitCommand { Module = TestModule.Context(api) }.OutputAsync<CheckResult>();

        Assert.Contains(results, result => result.Status == "Ok");
    }
}
