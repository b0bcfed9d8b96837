using Conduit.Model.Failures;
using Conduit.PowerShell.Cmdlets;
using Conduit.PowerShell.Objects;
using Conduit.PowerShell.Tests.Running;
using Conduit.Testing.Api;

namespace Conduit.PowerShell.Tests.Cmdlets;

public sealed class ListingCmdletTests
{
    [Fact]
    public async Task Pods_are_objects_with_owner_and_age()
    {
        await using var api = await FakeApi.StartAsync(EmojivotoMesh.Create());

        var pods = await new GetConduitPodCommand { Module = TestModule.Context(api), Namespace = "emojivoto" }.OutputAsync<Pod>();

        Assert.Equal(["emoji-1", "vote-bot-1", "voting-1", "web-1"], pods.Select(pod => pod.Name));
        Assert.Equal(("deploy/emoji", TimeSpan.FromMinutes(5)), (pods[0].Owner, pods[0].Uptime));
    }

    [Fact]
    public async Task Endpoints_have_plain_numbers_for_ports()
    {
        await using var api = await FakeApi.StartAsync(EmojivotoMesh.Create());

        var endpoints = await new GetConduitEndpointCommand { Module = TestModule.Context(api), Authority = ["web-svc.emojivoto"] }
            .OutputAsync<ServiceEndpoint>();

        var web = Assert.Single(endpoints);
        Assert.Equal(("web-svc", 80, "10.0.0.1:8080", "web-1"), (web.Service, web.Port, web.Address, web.Pod));
    }

    [Fact]
    public async Task Edges_have_both_ends_and_numbers()
    {
        await using var api = await FakeApi.StartAsync(EmojivotoMesh.Create());

        var edges = await new GetConduitEdgeCommand { Module = TestModule.Context(api), Resource = ["deploy/voting"], Namespace = "emojivoto" }
            .OutputAsync<Edge>();

        var edge = Assert.Single(edges);
        Assert.Equal(("web", "deployment", "emojivoto"), (edge.Source, edge.SourceKind, edge.SourceNamespace));
        Assert.Equal(("voting", 0.85, TimeSpan.FromMilliseconds(31)), (edge.Destination, edge.SuccessRate, edge.LatencyP50));
    }

    [Fact]
    public async Task Codes_of_errors_are_explained_one_by_one_or_all()
    {
        var all = await new GetConduitErrorCodeCommand { Module = TestModule.Context() }.OutputAsync<ErrorCode>();
        var one = await new GetConduitErrorCodeCommand { Module = TestModule.Context(), Code = all[0].Code }.OutputAsync<ErrorCode>();

        Assert.Equal(ProxyErrors.All.Length, all.Count);
        Assert.Equal(all[0], Assert.Single(one));
    }

    [Fact]
    public async Task Versions_of_both_sides_are_one_object()
    {
        await using var api = await FakeApi.StartAsync();

        var version = Assert.Single(await new GetConduitVersionCommand { Module = TestModule.Context(api) }.OutputAsync<MeshVersion>());

        Assert.Equal("9.8.7", version.Server);
        Assert.Matches(@"^\d+\.\d+\.\d+", version.Client);
    }

    [Fact]
    public async Task A_mesh_that_cannot_be_asked_for_its_version_is_a_note()
    {
        var cmdlet = new GetConduitVersionCommand { Module = TestModule.Context() };

        Assert.Contains("no mesh", Assert.Single(await cmdlet.NotesAsync()), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await cmdlet.OutputAsync<MeshVersion>()).Server);
    }
}
