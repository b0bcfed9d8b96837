using Conduit.Kubernetes.Failures;
using Conduit.Model.Failures;
using Conduit.Operations.Tests.Running;
using Conduit.Operations.Uninstall;
using Conduit.Testing.Clusters;

namespace Conduit.Operations.Tests.Uninstall;

public sealed class UninstallOperationTests : IAsyncLifetime
{
    private const string Roles = "/apis/rbac.authorization.k8s.io/v1";

    private TestCluster _cluster = null!;

    public async Task InitializeAsync()
    {
        _cluster = await TestCluster.StartAsync();
        _cluster.Api.Install("127.0.0.1:1")
            .Put($"{Roles}/clusterroles/conduit-controller-conduit", Labelled("conduit"))
            .Put($"{Roles}/clusterroles/conduit-controller-other", Labelled("other"))
            .Put("/api/v1/namespaces/conduit/services/proxy-api", Labelled("conduit"))
            .Put("/api/v1/namespaces/conduit/services/mine", "{}");
    }

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task What_carries_the_control_planes_label_goes_and_the_namespace_last()
    {
        var result = await RunAsync();

        Assert.Equal(
            ["Deployment controller", "Service proxy-api", "ClusterRole conduit-controller-conduit", "Namespace conduit"],
            result.Objects.Select(found => found.ToString()));
        Assert.StartsWith(
            "---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: controller\n  namespace: conduit\n---\n", result.Text, StringComparison.Ordinal);
        Assert.EndsWith("---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: conduit\n", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_installed_is_said()
    {
        var failure = await Assert.ThrowsAsync<ConduitException>(() => RunAsync(new UninstallRequest("elsewhere")));

        Assert.Equal("NothingInstalled", failure.Id);
    }

    [Fact]
    public async Task Pods_that_are_still_meshed_forbid_it()
    {
        _cluster.Api.Put("/api/v1/namespaces/shop/pods/web-1", Labelled("conduit")).Put("/api/v1/namespaces/shop/pods/done-1", Labelled("conduit", "Succeeded"));

        var failure = await Assert.ThrowsAsync<ConduitException>(() => RunAsync());

        Assert.StartsWith("pods are still in this mesh: shop/web-1\nTake them out first", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Force_leaves_meshed_pods_behind_and_says_so()
    {
        _cluster.Api.Put("/api/v1/namespaces/shop/pods/web-1", Labelled("conduit"));

        var result = await RunAsync(new UninstallRequest("conduit") { Force = true });

        Assert.StartsWith("proxies that will have no control plane stay in 1 pods", Assert.Single(result.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_namespace_with_others_in_it_stays()
    {
        _cluster.Api.Put("/api/v1/namespaces/conduit/pods/mine-1", "{}");

        var result = await RunAsync();

        Assert.DoesNotContain(result.Objects, found => found.Kind == "Namespace");
        Assert.Equal("the namespace conduit stays, because pods that are not Conduit's are in it: mine-1", Assert.Single(result.Notes));
    }

    [Fact]
    public async Task Who_may_not_see_everything_is_told_what_is_missing()
    {
        _cluster.Api.Refuse($"{Roles}/clusterroles", 403, "Forbidden", "User \"eve\" cannot list resource \"clusterroles\"");

        Assert.Contains("clusterroles", (await Assert.ThrowsAsync<AccessDeniedException>(() => RunAsync())).Message, StringComparison.Ordinal);
    }

    private static string Labelled(string space, string phase = "Running") =>
        $$"""{"metadata":{"labels":{"conduit.io/control-plane-ns":"{{space}}"} },"status":{"phase":"{{phase}}"} }""";

    private async Task<UninstallResult> RunAsync(UninstallRequest? request = null)
    {
        using var connection = _cluster.Connect();
        return await new UninstallOperation(connection).RunAsync(request ?? new UninstallRequest("conduit"), CancellationToken.None);
    }
}
