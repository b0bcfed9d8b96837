using Conduit.Model.Failures;
using Conduit.Model.Resources;
using Conduit.Operations.Api;
using Conduit.Operations.Completion;
using Conduit.Operations.Resources;
using Conduit.Operations.Tests.Running;
using Conduit.Testing.Time;

namespace Conduit.Operations.Tests.Completion;

public sealed class NameSuggestionsTests
{
    [Theory]
    [InlineData(ResourceKind.Deployment, "emoji vote-bot voting web")]
    [InlineData(ResourceKind.Pod, "emoji-1 vote-bot-1 voting-1 web-1")]
    [InlineData(ResourceKind.Namespace, "emojivoto")]
    [InlineData(ResourceKind.Job, "")]
    public async Task Names_are_those_of_the_kind(ResourceKind kind, string names)
    {
        await using var mesh = await TestMesh.StartAsync();

        // Time stands still, so that a busy machine does not look like a slow mesh.
        var suggestions = new NameSuggestions(() => mesh.Connection, new ManualTimeProvider());
        var suggested = await suggestions.ListAsync(kind, NamespaceChoice.Default, CancellationToken.None);

        Assert.Equal(names, string.Join(' ', suggested));
    }

    [Fact]
    public async Task Without_a_mesh_there_are_none()
    {
        var suggestions = new NameSuggestions(() => throw new ConduitException("NoMesh", "there is none"), TimeProvider.System);

        Assert.Empty(await suggestions.ListAsync(ResourceKind.Pod, NamespaceChoice.Default, CancellationToken.None));
    }

    [Fact]
    public async Task A_mesh_that_takes_its_time_is_not_waited_for()
    {
        await using var server = ForeignServer.StartSilent();
        var time = new ManualTimeProvider();
        var listed = new NameSuggestions(() => new ApiConnection(new ApiLocation(server.Address, "test"), time), time)
            .ListAsync(ResourceKind.Pod, NamespaceChoice.Default, CancellationToken.None);
        await Eventually.Holds(() => server.Connections > 0);

        time.Advance(TimeSpan.FromMilliseconds(500));

        Assert.Empty(await Eventually.Ends(listed));
    }
}
