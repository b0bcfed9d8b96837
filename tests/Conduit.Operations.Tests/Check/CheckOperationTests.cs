using Conduit.Operations.Api;
using Conduit.Operations.Check;
using Conduit.Operations.Rendering;
using Conduit.Operations.Tests.Running;
using Conduit.Protocol.Public;
using Conduit.Testing.Api;
using Conduit.Testing.Clusters;
using Conduit.Testing.Time;
using WireCheck = Conduit.Protocol.Healthcheck.CheckResult;
using WireStatus = Conduit.Protocol.Healthcheck.CheckStatus;

namespace Conduit.Operations.Tests.Check;

public sealed class CheckOperationTests : IAsyncLifetime
{
    private TestCluster _cluster = null!;
    private FakeApi _api = null!;

    public async Task InitializeAsync()
    {
        _cluster = await TestCluster.StartAsync();
        _api = await FakeApi.StartAsync();
        _api.Mesh.Checks.Add(Wire("kubernetes", "control plane can talk to Kubernetes"));
        _api.Mesh.Checks.Add(Wire("proxies", "every meshed pod's proxy is connected"));
        _cluster.Api.Install(_api.Address);
    }

    public async Task DisposeAsync()
    {
        await _api.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task A_working_mesh_passes_in_the_order_of_dependence()
    {
        var results = await RunAsync();

        Assert.All(results, result => Assert.Equal((CheckStatus.Ok, null), (result.Status, result.Reason)));
        Assert.Equal(
            [
                "kubernetes-api: can initialize the client",
                "kubernetes-api: can query the Kubernetes API",
                "kubernetes-api: is running the minimum Kubernetes API version",
                "conduit-api: can query the Conduit API",
                "conduit-api[kubernetes]: control plane can talk to Kubernetes",
            ],
            results.Select(Label));
    }

    [Fact]
    public async Task Versions_are_compared_when_one_is_expected()
    {
        var results = await RunAsync(new CheckRequest { ExpectedVersion = "9.8.7" });

        var client = Of(results, "conduit-version: cli is up-to-date");
        Assert.Equal(CheckStatus.Fail, client.Status);
        Assert.Matches("^is running version .+ but the latest version is 9.8.7$", client.Reason);
        Assert.Equal(CheckStatus.Ok, Of(results, "conduit-version: control plane is up-to-date").Status);
    }

    [Fact]
    public async Task An_old_cluster_fails_and_the_rest_is_still_checked()
    {
        _cluster.Api.Version = "v1.19.16";

        var results = await RunAsync();

        Assert.Equal("Kubernetes is 1.19, but 1.20 or higher is needed", Of(results, "kubernetes-api: is running the minimum Kubernetes API version").Reason);
        Assert.Equal(CheckStatus.Ok, Of(results, "conduit-api: can query the Conduit API").Status);
    }

    [Fact]
    public async Task What_depends_on_a_failed_check_is_not_tried()
    {
        _cluster.Api.Refuse("/version", 401, "Unauthorized", "Unauthorized");

        var last = (await RunAsync())[^1];

        Assert.Equal(("kubernetes-api: can query the Kubernetes API", CheckStatus.Error), (Label(last), last.Status));
        Assert.StartsWith("the API server at ", last.Reason, StringComparison.Ordinal);
        Assert.Equal("Log in again, or get a new kubeconfig.", last.Remedy);
    }

    [Fact]
    public async Task A_missing_control_plane_says_how_to_install_it()
    {
        var last = (await RunAsync(new CheckRequest { Mesh = new ApiOptions { ConduitNamespace = "other" } }))[^1];

        Assert.Equal("Conduit is not running in the \"other\" namespace", last.Reason);
        Assert.StartsWith("Install with: conduit install --conduit-namespace other | kubectl apply -f -\n", last.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_controller_finds_wrong_is_passed_on()
    {
        _api.Mesh.Checks[0] = Wire("kubernetes", "control plane can talk to Kubernetes", "pods cannot be listed.");

        var result = Of(await RunAsync(), "conduit-api[kubernetes]: control plane can talk to Kubernetes");

        Assert.Equal((CheckStatus.Fail, "pods cannot be listed"), (result.Status, result.Reason));
        Assert.NotNull(result.Remedy);
    }

    [Fact]
    public async Task A_mesh_without_a_cluster_is_asked_alone()
    {
        var results = await RunAsync(new CheckRequest { Mesh = new ApiOptions { Address = _api.Address } });

        Assert.Equal(["conduit-api", "conduit-api[kubernetes]"], results.Select(result => result.Subsystem));
    }

    [Fact]
    public async Task Proxies_must_be_there()
    {
        var last = (await RunAsync(new CheckRequest { Scope = CheckScope.Proxy }))[^1];

        Assert.Equal(("conduit-proxy: pods are in the mesh", CheckStatus.Fail), (Label(last), last.Status));
    }

    [Fact]
    public async Task Proxies_of_another_version_are_named()
    {
        _api.Mesh.Pods.Add(new Pod { Name = "shop/web-1", Added = true, ProxyVersion = "9.8.7" });
        _api.Mesh.Pods.Add(new Pod { Name = "shop/web-2", Added = true, ProxyVersion = "0.0.1" });

        var results = await RunAsync(new CheckRequest { Scope = CheckScope.Proxy });

        Assert.Equal(CheckStatus.Ok, Of(results, "conduit-proxy: every meshed pod's proxy is connected").Status);
        Assert.Equal(CheckStatus.Ok, Of(results, "conduit-proxy: pods are in the mesh").Status);
        Assert.Equal("shop/web-2 (0.0.1) differ from 9.8.7", Of(results, "conduit-proxy: proxies have the control plane's version").Reason);
    }

    [Fact]
    public async Task Before_an_installation_all_that_it_needs_is_checked()
    {
        var results = await RunAsync(Pre("fresh"));

        Assert.All(results, result => Assert.Equal((CheckStatus.Ok, null), (result.Status, result.Reason)));
        Assert.Contains(results, result => result.Description == "can create ClusterRoleBindings");
    }

    [Fact]
    public async Task A_right_that_is_missing_is_named_before_an_installation()
    {
        _cluster.Api.Forbidden.Add("create clusterroles");

        var failed = Assert.Single(await RunAsync(Pre("fresh")), result => result.Status != CheckStatus.Ok);

        Assert.Equal(("kubernetes-setup: can create ClusterRoles", "this account may not create clusterroles"), (Label(failed), failed.Reason));
    }

    [Fact]
    public async Task A_cluster_that_knows_no_native_sidecars_needs_the_classic_form()
    {
        const string Form = "kubernetes-setup: the cluster runs the form of sidecar that is rendered";
        _cluster.Api.Version = "v1.28.15-eks";

        Assert.Equal(CheckStatus.Fail, Of(await RunAsync(Pre("fresh")), Form).Status);
        Assert.Equal(CheckStatus.Ok, Of(await RunAsync(Pre("fresh"), new RenderEnvironment(NativeSidecar: "false")), Form).Status);
    }

    [Fact]
    public async Task A_namespace_that_has_a_control_plane_already_is_named()
    {
        _cluster.Api.Put("/api/v1/namespaces/conduit/configmaps/conduit-config", """{"metadata":{"labels":{"conduit.io/control-plane-ns":"conduit"} } }""");

        var failed = Assert.Single(await RunAsync(Pre("conduit")), result => result.Status != CheckStatus.Ok);

        Assert.Equal("one is installed in conduit", failed.Reason);
    }

    private static CheckRequest Pre(string space) => new() { Scope = CheckScope.Pre, Mesh = new ApiOptions { ConduitNamespace = space } };

    private static WireCheck Wire(string subsystem, string description, string? fault = null) => new()
    {
        SubsystemName = subsystem,
        CheckDescription = description,
        Status = fault is null ? WireStatus.Ok : WireStatus.Fail,
        FriendlyMessageToUser = fault ?? "",
    };

    private static string Label(CheckResult result) => $"{result.Subsystem}: {result.Description}";

    private static CheckResult Of(IEnumerable<CheckResult> results, string label) => results.Single(result => Label(result) == label);

    private async Task<List<CheckResult>> RunAsync(CheckRequest? request = null, RenderEnvironment? environment = null)
    {
        var defaults = new RenderDefaults(environment ?? new RenderEnvironment());
        var operation = new CheckOperation(_cluster.Locator, _cluster.Connector, defaults, TimeProvider.System);
        return await Eventually.Ends(operation.RunAsync(request ?? new CheckRequest(), CancellationToken.None).ToListAsync().AsTask());
    }
}
