using Conduit.Model.Failures;
using Conduit.PowerShell.Cmdlets;
using Conduit.PowerShell.Streams;
using Conduit.PowerShell.Tests.Running;
using Conduit.Protocol.Public;
using Conduit.Testing.Api;

namespace Conduit.PowerShell.Tests.Cmdlets;

public sealed class GetConduitStatCommandTests
{
    [Fact]
    public async Task Rows_come_in_the_order_of_the_command_line_with_real_units()
    {
        await using var api = await FakeApi.StartAsync(EmojivotoMesh.Create());

        var rows = await new GetConduitStatCommand { Module = TestModule.Context(api), Namespace = "emojivoto" }.OutputAsync<Objects.StatRow>();

        Assert.Equal(["emoji", "vote-bot", "voting", "web"], rows.Select(row => row.Name));
        Assert.Equal(0.85, rows[2].SuccessRate, precision: 10);
        Assert.Equal(1, rows[2].Rps, precision: 10);
        Assert.Equal(TimeSpan.FromMilliseconds(30), rows[2].LatencyP50);
    }

    [Fact]
    public async Task An_idle_workload_is_neither_healthy_nor_failing()
    {
        await using var api = await FakeApi.StartAsync(EmojivotoMesh.Create());

        var rows = await new GetConduitStatCommand { Module = TestModule.Context(api), Namespace = "emojivoto" }.OutputAsync<Objects.StatRow>();
        var idle = rows.Single(row => row.Name == "vote-bot");

        Assert.True(double.IsNaN(idle.SuccessRate));
        Assert.False(idle.SuccessRate < 0.99);
        Assert.Equal(0, idle.Rps);
        Assert.Null(idle.LatencyP99);
    }

    [Theory]
    [InlineData("deployments", "emojivoto", new string[0])]
    [InlineData("deployments", null, new[] { "Namespace" })]
    [InlineData("all", "emojivoto", new[] { "Kind" })]
    [InlineData("all", null, new[] { "NamespaceKind" })]
    public async Task The_view_shows_what_tells_rows_apart(string resource, string? space, string[] views)
    {
        await using var api = await FakeApi.StartAsync(EmojivotoMesh.Create());

        var produced = await new GetConduitStatCommand { Module = TestModule.Context(api), Resource = [resource], Namespace = space }.ProduceAsync();

        Assert.All(produced.OfType<Shown>(), shown => Assert.Equal(views, shown.Views.Select(view => view.Split('#')[1])));
        Assert.NotEmpty(produced.OfType<Shown>());
    }

    [Fact]
    public async Task The_question_carries_filters_and_window()
    {
        await using var api = await FakeApi.StartAsync(EmojivotoMesh.Create());
        var cmdlet = new GetConduitStatCommand
        {
            Module = TestModule.Context(api),
            Resource = ["deploy", "voting"],
            Namespace = "emojivoto",
            From = "deploy/web",
            TimeWindow = TimeSpan.FromMinutes(5),
            Selector = "app=voting",
        };

        await cmdlet.ProduceAsync();

        var question = api.Questions.OfType<StatSummaryRequest>().First();
        Assert.Equal("voting", question.Selector.Resource.Name);
        Assert.Equal("web", question.FromResource.Name);
        Assert.Equal("app=voting", question.Selector.LabelSelector);
        Assert.Equal(TimeSpan.FromMinutes(5), question.TimeWindow.ToTimeSpan());
    }

    [Fact]
    public async Task A_shorter_window_is_a_note()
    {
        var mesh = EmojivotoMesh.Create();
        mesh.ActualWindow = TimeSpan.FromSeconds(20);
        await using var api = await FakeApi.StartAsync(mesh);

        var notes = await new GetConduitStatCommand { Module = TestModule.Context(api), Namespace = "emojivoto" }.NotesAsync();

        Assert.Contains("20s", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_mesh_the_failure_keeps_its_id()
    {
        var failure = await Assert.ThrowsAsync<ConduitException>(() => new GetConduitStatCommand { Module = TestModule.Context() }.ProduceAsync());

        Assert.Equal("NoMesh", failure.Id);
    }
}
