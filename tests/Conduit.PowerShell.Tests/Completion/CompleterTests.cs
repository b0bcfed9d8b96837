using System.Collections;
using Conduit.PowerShell.Completion;
using Conduit.PowerShell.Tests.Running;
using Conduit.Testing.Api;

namespace Conduit.PowerShell.Tests.Completion;

public sealed class CompleterTests
{
    [Fact]
    public async Task Namespaces_are_those_of_the_mesh()
    {
        await using var api = await FakeApi.StartAsync(EmojivotoMesh.Create());

        var words = await new NamespaceCompleter { Module = TestModule.Context(api) }.ListAsync("emo", new Hashtable(), CancellationToken.None);

        Assert.Equal(["emojivoto"], words);
    }

    [Theory]
    [InlineData("deployment", new[] { "deployments" })]
    [InlineData("deploy/vo", new[] { "deploy/vote-bot", "deploy/voting" })]
    public async Task Resources_are_kinds_and_behind_a_slash_names(string typed, string[] expected)
    {
        await using var api = await FakeApi.StartAsync(EmojivotoMesh.Create());
        var line = new Hashtable { ["Namespace"] = "emojivoto" };

        Assert.Equal(expected, await new ResourceCompleter { Module = TestModule.Context(api) }.ListAsync(typed, line, CancellationToken.None));
    }

    [Fact]
    public async Task The_mesh_that_the_line_points_at_is_asked()
    {
        await using var api = await FakeApi.StartAsync(EmojivotoMesh.Create());
        var line = new Hashtable { ["ApiAddress"] = api.Address };

        Assert.Equal(["emojivoto"], await new NamespaceCompleter { Module = TestModule.Context() }.ListAsync("", line, CancellationToken.None));
    }

    [Fact]
    public async Task Without_a_mesh_nothing_is_suggested() =>
        Assert.Empty(await new NamespaceCompleter { Module = TestModule.Context() }.ListAsync("", new Hashtable(), CancellationToken.None));
}
