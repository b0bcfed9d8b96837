using Conduit.Model.Failures;
using Conduit.Operations.Edges;
using Conduit.Operations.Resources;
using Conduit.Operations.Tests.Running;

namespace Conduit.Operations.Tests.Edges;

public sealed class EdgesOperationTests
{
    [Fact]
    public async Task Edges_are_typed_and_sorted()
    {
        await using var mesh = await TestMesh.StartAsync(defaultNamespace: "emojivoto");

        var edges = (await AskAsync(mesh, "all")).Edges;

        Assert.Equal(
            [
                "deployment/vote-bot.emojivoto -> deployment/web.emojivoto",
                "deployment/web.emojivoto -> authority/api.example.com",
                "deployment/web.emojivoto -> deployment/emoji.emojivoto",
                "deployment/web.emojivoto -> deployment/voting.emojivoto",
            ],
            edges.Select(edge => $"{edge.Source} -> {edge.Destination}"));
        Assert.Equal((0.85, 1.0, TimeSpan.FromMilliseconds(31)), (edges[3].Traffic.SuccessRate, edges[3].Traffic.Rps, edges[3].Traffic.LatencyP50));
    }

    [Fact]
    public async Task A_services_name_stands_for_what_it_leads_to()
    {
        await using var mesh = await TestMesh.StartAsync(defaultNamespace: "emojivoto");

        var result = await AskAsync(mesh, "deploy/voting-svc");

        Assert.Equal("voting", Assert.Single(result.Edges).Destination.Name);
        Assert.Contains("voting-svc is a service", Assert.Single(result.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idle_workload_has_no_edges_and_an_unknown_one_is_told()
    {
        await using var mesh = await TestMesh.StartAsync(defaultNamespace: "emojivoto");
        mesh.Mesh.Edges.Clear();

        Assert.Empty((await AskAsync(mesh, "deploy/voting")).Edges);
        var failure = await Assert.ThrowsAsync<ConduitException>(() => AskAsync(mesh, "deploy/nothing"));
        Assert.Equal("ResourceNotFound", failure.Id);
    }

    [Fact]
    public async Task A_shorter_window_is_noted()
    {
        await using var mesh = await TestMesh.StartAsync(defaultNamespace: "emojivoto");
        mesh.Mesh.ActualWindow = TimeSpan.FromSeconds(30);

        var result = await AskAsync(mesh, "all");

        Assert.Equal(2.0, result.Edges[3].Traffic.Rps);
        Assert.Contains("the last 30s", Assert.Single(result.Notes), StringComparison.Ordinal);
    }

    private static Task<EdgesResult> AskAsync(TestMesh mesh, string target) =>
        new EdgesOperation(mesh.Connection).RunAsync(new EdgesRequest { Target = ResourceTarget.Parse(target) }, CancellationToken.None);
}
