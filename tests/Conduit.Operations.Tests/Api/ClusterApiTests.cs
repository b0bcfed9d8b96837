using Conduit.Kubernetes.Configuration;
using Conduit.Kubernetes.Failures;
using Conduit.Model.Failures;
using Conduit.Operations.Api;
using Conduit.Operations.Clusters;
using Conduit.Operations.Dev;
using Conduit.Operations.Get;
using Conduit.Operations.Tap;
using Conduit.Operations.Resources;
using Conduit.Testing.Api;
using Conduit.Testing.Clusters;
using Conduit.Testing.Time;

namespace Conduit.Operations.Tests.Api;

public sealed class ClusterApiTests : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("conduit-cluster-api-").FullName;
    private FakeCluster _cluster = null!;
    private FakeApi _api = null!;

    public async Task InitializeAsync()
    {
        _cluster = await FakeCluster.StartAsync();
        _api = await FakeApi.StartAsync(EmojivotoMesh.Create());
    }

    public async Task DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _api.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task The_api_of_a_cluster_is_reached_through_the_controllers_pod()
    {
        _cluster.Install(_api.Address);

        using var api = Connect();
        var pods = await GetPodsAsync(api, everywhere: true);

        Assert.NotEmpty(pods);
        Assert.Equal("controller.conduit:8085", api.Location.Address);
        Assert.StartsWith("context 'test' of ", api.Location.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_without_a_namespace_is_about_the_contexts()
    {
        _cluster.Install(_api.Address);

        using var api = Connect();
        await GetPodsAsync(api);

        Assert.Equal("shop", Assert.IsType<Conduit.Protocol.Public.ListPodsRequest>(_api.Questions.Single()).Namespace);
    }

    [Fact]
    public async Task A_tap_comes_through_the_controllers_pod_too()
    {
        _cluster.Install(_api.Address);
        _api.Mesh.Events.Add(TapEvents.Request(1, "/"));
        _api.Mesh.TapEnds = true;

        using var api = Connect();
        var request = new TapRequest { Target = ResourceTarget.Parse("deploy", "emojivoto/web") };
        var events = await Eventually.Ends(new TapOperation(api).RunAsync(request, _ => { }, CancellationToken.None).ToListAsync().AsTask());

        Assert.Single(events);
    }

    [Fact]
    public async Task A_replaced_controller_is_found_again()
    {
        _cluster.Install(_api.Address);
        using var api = Connect();
        await GetPodsAsync(api);
        await using var successor = await FakeApi.StartAsync(EmojivotoMesh.Create());

        await _api.DisposeAsync();
        _cluster.Remove(ControlPlaneObjects.PodPath);
        const string Path = "/api/v1/namespaces/conduit/pods/controller-2";
        _cluster.PutController("""{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}""", Path).Forward(Path, 8085, successor.Address);

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
        _cluster.Install(_api.Address);

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
        _cluster.Install(_api.Address).PutController(status);

        var failure = await FailsAsync<ConduitException>();

        Assert.Equal("ControllerNotReady", failure.Id);
        Assert.StartsWith($"The controller's pod conduit/controller-1 is not ready: {reason}. See 'kubectl describe pod", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployment_without_a_pod_is_told_from_none()
    {
        _cluster.Install(_api.Address).Remove(ControlPlaneObjects.PodPath);

        Assert.Equal("ControllerAbsent", (await FailsAsync<ConduitException>()).Id);
    }

    [Theory]
    [InlineData("/api/v1/namespaces/conduit/pods", "pods is forbidden: User \"eve\" cannot list resource \"pods\"")]
    [InlineData(ControlPlaneObjects.PodPath + "/portforward", "pods \"controller-1\" is forbidden: User \"eve\" cannot get resource \"pods/portforward\"")]
    public async Task What_is_not_permitted_is_named(string path, string said)
    {
        _cluster.Install(_api.Address).Refuse(path, 403, "Forbidden", said);

        var failure = await FailsAsync<AccessDeniedException>();

        Assert.Equal($"This is not permitted: {said}. Ask for a role that allows it, or use another context.", failure.Message);
    }

    [Fact]
    public async Task A_controller_that_does_not_listen_is_told_from_none()
    {
        _cluster.Install("127.0.0.1:1");

        var failure = await FailsAsync<ConduitException>();

        Assert.Equal("ApiSilent", failure.Id);
        Assert.Contains("kubectl logs", failure.Message, StringComparison.Ordinal);
    }

    private ApiConnection Connect(ApiOptions? options = null)
    {
        var file = Path.Combine(_directory, "config");
        File.WriteAllText(file, _cluster.Kubeconfig);
        var environment = new KubernetesEnvironment { Variable = name => name == "KUBECONFIG" ? file : null };
        var locator = new ApiLocator(new DevMeshStore(_directory), new ClusterConnector(environment, TimeProvider.System));
        return new ApiConnection(locator.Locate(options ?? new ApiOptions()), TimeProvider.System);
    }

    private async Task<TFailure> FailsAsync<TFailure>(ApiOptions? options = null)
        where TFailure : Exception
    {
        using var api = Connect(options);
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

    private static Task<System.Collections.Immutable.ImmutableArray<MeshPod>> GetPodsAsync(ApiConnection api, bool everywhere = false) =>
        Eventually.Ends(new GetPodsOperation(api).RunAsync(new GetPodsRequest { Namespace = new() { All = everywhere } }, CancellationToken.None));
}
