using System.Collections.Immutable;
using Conduit.Kubernetes.Failures;
using Conduit.Model.Failures;
using Conduit.Operations.Api;
using Conduit.Operations.Get;
using Conduit.Operations.Resources;
using Conduit.Operations.Tap;
using Conduit.Operations.Tests.Running;
using Conduit.Protocol.Public;
using Conduit.Testing.Api;
using Conduit.Testing.Clusters;
using Conduit.Testing.Time;

namespace Conduit.Operations.Tests.Api;

public sealed class ClusterApiTests : IAsyncLifetime
{
    private TestCluster _test = null!;
    private FakeApi _api = null!;

    private FakeCluster Cluster => _test.Api;

    public async Task InitializeAsync()
    {
        _test = await TestCluster.StartAsync();
        _api = await FakeApi.StartAsync(EmojivotoMesh.Create());
    }

    public async Task DisposeAsync()
    {
        await _test.DisposeAsync();
        await _api.DisposeAsync();
    }

    [Fact]
    public async Task The_api_of_a_cluster_is_reached_through_the_controllers_pod()
    {
        Cluster.Install(_api.Address);

        using var api = _test.ConnectToMesh();
        var pods = await GetPodsAsync(api, everywhere: true);

        Assert.NotEmpty(pods);
        Assert.Equal("controller.conduit:8085", api.Location.Address);
        Assert.StartsWith("context 'test' of ", api.Location.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_without_a_namespace_is_about_the_contexts()
    {
        Cluster.Install(_api.Address);

        using var api = _test.ConnectToMesh();
        await GetPodsAsync(api);

        Assert.Equal("shop", Assert.IsType<ListPodsRequest>(_api.Questions.Single()).Namespace);
    }

    [Fact]
    public async Task A_tap_comes_through_the_controllers_pod_too()
    {
        Cluster.Install(_api.Address);
        _api.Mesh.Events.Add(TapEvents.Request(1, "/"));
        _api.Mesh.TapEnds = true;

        using var api = _test.ConnectToMesh();
        var request = new TapRequest { Target = ResourceTarget.Parse("deploy", "emojivoto/web") };
        var events = await Eventually.Ends(new TapOperation(api).RunAsync(request, _ => { }, CancellationToken.None).ToListAsync().AsTask());

        Assert.Single(events);
    }

    [Fact]
    public async Task A_replaced_controller_is_found_again()
    {
        Cluster.Install(_api.Address);
        using var api = _test.ConnectToMesh();
        await GetPodsAsync(api);
        await using var successor = await FakeApi.StartAsync(EmojivotoMesh.Create());

        await _api.DisposeAsync();
        Cluster.Remove(ControlPlaneObjects.PodPath);
        const string Path = "/api/v1/namespaces/conduit/pods/controller-2";
        Cluster.PutController("""{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}""", Path).Forward(Path, 8085, successor.Address);

        await Eventually.Holds(async () => await AnswersAsync(api));
        Assert.NotEmpty(successor.Questions);
    }

    [Fact]
    public async Task Without_a_control_plane_the_next_step_is_to_install_it()
    {
        var failure = await FailsAsync<ConduitException>();

        Assert.Equal("NotInstalled", failure.Id);
        Assert.Equal(
            "Conduit is not running in the \"conduit\" namespace\nInstall with: conduit install --conduit-namespace conduit | kubectl apply -f -",
            failure.Message);
    }

    [Fact]
    public async Task A_control_plane_in_another_namespace_is_named()
    {
        Cluster.Install(_api.Address);

        var failure = await FailsAsync<ConduitException>(new ApiOptions { ConduitNamespace = "other" });

        Assert.EndsWith("\nOr choose one that runs with --conduit-namespace: conduit", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"phase":"Pending","containerStatuses":[{"name":"controller","state":{"waiting":{"reason":"ImagePullBackOff","message":"no such image."}}}]}""", "container controller: ImagePullBackOff (no such image)")]
    [InlineData("""{"phase":"Running","containerStatuses":[{"name":"controller","state":{"waiting":{"reason":"CrashLoopBackOff"}},"lastState":{"terminated":{"exitCode":64}}}]}""", "container controller: CrashLoopBackOff (exit code 64)")]
    [InlineData("""{"phase":"Running","containerStatuses":[{"name":"controller","ready":false,"state":{"running":{}}}]}""", "container controller does not answer its probe yet")]
    [InlineData("""{"phase":"Pending","conditions":[{"type":"PodScheduled","status":"False","reason":"Unschedulable","message":"0/1 nodes are available"}]}""", "0/1 nodes are available")]
    [InlineData("""{"phase":"Failed","reason":"Evicted"}""", "Evicted")]
    public async Task A_controller_that_is_not_ready_says_why(string status, string reason)
    {
        Cluster.Install(_api.Address).PutController(status);

        var failure = await FailsAsync<ConduitException>();

        Assert.Equal("ControllerNotReady", failure.Id);
        Assert.StartsWith($"the controller's pod conduit/controller-1 is not ready: {reason}. See 'kubectl describe pod", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployment_without_a_pod_is_told_from_none()
    {
        Cluster.Install(_api.Address).Remove(ControlPlaneObjects.PodPath);

        Assert.Equal("ControllerAbsent", (await FailsAsync<ConduitException>()).Id);
    }

    [Theory]
    [InlineData("/api/v1/namespaces/conduit/pods", "pods is forbidden: User \"eve\" cannot list resource \"pods\"")]
    [InlineData(ControlPlaneObjects.PodPath + "/portforward", "pods \"controller-1\" is forbidden: User \"eve\" cannot get resource \"pods/portforward\"")]
    public async Task What_is_not_permitted_is_named(string path, string said)
    {
        Cluster.Install(_api.Address).Refuse(path, 403, "Forbidden", said);

        var failure = await FailsAsync<AccessDeniedException>();

        Assert.Equal($"this is not permitted: {said}. Ask for a role that allows it, or use another context.", failure.Message);
    }

    [Fact]
    public async Task A_controller_that_does_not_listen_is_told_from_none()
    {
        Cluster.Install("127.0.0.1:1");

        var failure = await FailsAsync<ConduitException>();

        Assert.Equal("ApiSilent", failure.Id);
        Assert.Contains("kubectl logs", failure.Message, StringComparison.Ordinal);
    }

    private async Task<TFailure> FailsAsync<TFailure>(ApiOptions? options = null)
        where TFailure : Exception
    {
        using var api = _test.ConnectToMesh(options);
        return await Assert.ThrowsAsync<TFailure>(() => GetPodsAsync(api));
    }

    private static async Task<bool> AnswersAsync(ApiConnection api)
    {
        try
        {
            await GetPodsAsync(api);
            return true;
        }
        catch (ConduitException)
        {
            return false;
        }
    }

    private static Task<ImmutableArray<MeshPod>> GetPodsAsync(ApiConnection api, bool everywhere = false) =>
        Eventually.Ends(new GetPodsOperation(api).RunAsync(new GetPodsRequest { Namespace = new() { All = everywhere } }, CancellationToken.None));
}
