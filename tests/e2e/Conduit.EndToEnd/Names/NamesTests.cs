using Conduit.EndToEnd.Clusters;
using Conduit.EndToEnd.Meshes;
using Xunit.Abstractions;

namespace Conduit.EndToEnd.Names;

/// <summary>What a meshed pod reaches by each kind of name.</summary>
[Collection(MeshCollection.Name)]
public sealed class NamesTests(MeshFixture mesh, ITestOutputHelper output)
{
    private readonly Story _story = new(output, MeshFixture.ControlPlaneName, TestPods.Space);

    [Theory]
    [InlineData("server")]
    [InlineData("server.e2e-pods")]
    [InlineData("server.e2e-pods.svc")]
    [InlineData("server.e2e-pods.svc.cluster.local")]
    public Task A_service_answers_to_its_name_short_and_long(string name) => ReachesAsync($"http://{name}/", mesh.Pods.Server);

    [Fact]
    public Task An_ExternalName_leads_to_its_target() => ReachesAsync("http://alias/", mesh.Pods.Server);

    [Fact]
    public Task A_bare_pod_address_leads_to_that_pod() => ReachesAsync($"http://{mesh.Pods.Server.Address}:8080/", mesh.Pods.Server);

    [Fact]
    public Task A_pod_outside_the_mesh_is_reached_by_its_service() => ReachesAsync("http://unmeshed/", mesh.Pods.Unmeshed);

    [Fact]
    public Task A_pod_of_a_StatefulSet_is_reached_by_its_own_name() => _story.StepAsync("headless-0.headless", async () =>
        Assert.Equal("headless-0", (await mesh.Pods.Visitor.VisitAsync("http://headless-0.headless:8080/")).Pod));

    [Fact]
    public Task A_headless_service_leads_to_its_pods() => _story.StepAsync("headless", async () =>
        Assert.Equal("headless-0", (await mesh.Pods.Visitor.VisitAsync("http://headless:8080/")).Pod));

    [Fact]
    public Task A_service_without_endpoints_is_answered_503_with_the_reason_within_the_bind_timeout() => _story.StepAsync("nobody", async () =>
    {
        var result = await mesh.Pods.Visitor.CallAsync("http://nobody/");

        Assert.Equal(503, result.Status);
        Assert.Equal("CDT0301 unavailable", result.ConduitError);
        Assert.InRange(result.Milliseconds, 0, 15_000);
    });

    [KitFact]
    public Task A_name_from_outside_the_cluster_is_reached() => _story.StepAsync(OutsideServer.Name, async () =>
    {
        var result = await mesh.Pods.Visitor.CallAsync($"http://{OutsideServer.Name}:{mesh.Pods.Outside.Port}/");

        Assert.Equal("outside", result.Body);
    });

    private Task ReachesAsync(string url, Pod expected) => _story.StepAsync(url, async () =>
        Assert.Equal(expected.Name, (await mesh.Pods.Visitor.VisitAsync(url)).Pod));
}
