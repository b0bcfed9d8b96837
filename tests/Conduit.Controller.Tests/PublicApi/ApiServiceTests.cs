using Conduit.Controller.Cluster;
using Conduit.Controller.Identity;
using Conduit.Controller.Settings;
using Conduit.Controller.Tests.Doubles;
using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Healthcheck;
using Conduit.Protocol.Public;

namespace Conduit.Controller.Tests.PublicApi;

public sealed class ApiServiceTests
{
    [Fact]
    public async Task Pods_are_listed_with_what_is_known_of_them()
    {
        var web = Mesh.Pod("web-1", "10.0.0.1") with { StartedAt = new DateTimeOffset(2025, 12, 31, 23, 59, 0, TimeSpan.Zero), Restarts = 2 };
        var broken = new Model.Cluster.Pod { Namespace = "other", Name = "job-1", Status = "ErrImagePull", Message = "no such image" };
        await using var controller = await RunningController.StartAsync(Mesh.State([broken, web]));
        using var presence = controller.Get<ProxyDirectory>().Enter(new ProxyIdentity(PodName.Of(web), "9.9.9"));

        var pods = (await PodsAsync(controller, new ListPodsRequest())).Pods;
        var only = await PodsAsync(controller, new ListPodsRequest { Namespace = "other" });

        Assert.Equal(["emojivoto/web-1", "other/job-1"], pods.Select(pod => pod.Name));
        var (first, second) = (pods[0], pods[1]);
        Assert.Equal(("emojivoto/web", "deployment", "9.9.9"), (first.Deployment, first.Owner.Type, first.ProxyVersion));
        Assert.Equal(("10.0.0.1", "Running", true), (first.PodIp, first.Status, first.Ready));
        Assert.Equal((true, "conduit"), (first.Added, first.ControllerNamespace));
        Assert.Equal((60L, 2u, null), (first.Uptime.Seconds, first.Restarts, first.SinceLastReport));
        Assert.Equal(("ErrImagePull", "no such image", false, ""), (second.Status, second.Message, second.Added, second.ControllerNamespace));
        Assert.Equal("other/job-1", Assert.Single(only.Pods).Name);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("web-svc", 1)]
    [InlineData("web-svc.emojivoto", 1)]
    [InlineData("web-svc.emojivoto:80", 1)]
    [InlineData("web-svc.emojivoto.svc.cluster.local:80", 1)]
    [InlineData("web-svc:8080", 0)]
    [InlineData("web", 0)]
    public async Task Endpoints_are_found_by_the_beginning_of_their_authority(string authority, int count)
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        var request = new EndpointsRequest();

        if (authority.Length > 0)
        {
            request.Authorities.Add(authority);
        }

        var found = (await EndpointsAsync(controller, request)).Endpoints;

        Assert.Equal(count, found.Count);
        var web = found.Where(endpoint => endpoint.Service == "web-svc");
        Assert.All(web, endpoint => Assert.Equal(("emojivoto/web-1", 80u, true), (endpoint.Pod, endpoint.ServicePort, endpoint.Ready)));
    }

    [Theory]
    [InlineData(":80")]
    [InlineData("web:none")]
    public async Task Text_that_is_no_authority_is_refused(string authority)
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        var request = new EndpointsRequest { Authorities = { authority } };

        var failure = await Assert.ThrowsAsync<RpcException>(() => EndpointsAsync(controller, request));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
    }

    [Fact]
    public async Task The_version_is_told_before_there_is_a_picture_and_the_rest_is_not()
    {
        await using var controller = await RunningController.StartAsync();

        var version = await controller.AskAsync<VersionRequest, VersionInfo>(ApiMethods.Version, new VersionRequest());
        var failure = await Assert.ThrowsAsync<RpcException>(() => PodsAsync(controller, new ListPodsRequest()));

        Assert.Equal(ControllerVersion.Release, version.ReleaseVersion);
        Assert.StartsWith(".NET 10", version.RuntimeVersion, StringComparison.Ordinal);
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
    }

    [Fact]
    public async Task The_self_check_names_proxies_that_are_missing_and_a_source_that_broke()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        using var presence = controller.Get<ProxyDirectory>().Enter(new ProxyIdentity(new PodName(Mesh.Namespace, "web-1"), ""));

        var before = (await CheckAsync(controller)).Results;
        controller.Get<ClusterStore>().Fault = "the file is broken";
        using var other = controller.Get<ProxyDirectory>().Enter(new ProxyIdentity(new PodName(Mesh.Namespace, "voting-1"), ""));
        var after = (await CheckAsync(controller)).Results;

        Assert.Equal([CheckStatus.Ok, CheckStatus.Fail], before.Select(result => result.Status));
        Assert.Equal("not connected: emojivoto/voting-1", before[1].FriendlyMessageToUser);
        Assert.Equal([CheckStatus.Fail, CheckStatus.Ok], after.Select(result => result.Status));
        Assert.Equal("the file is broken", after[0].FriendlyMessageToUser);
    }

    private static Task<ListPodsResponse> PodsAsync(RunningController controller, ListPodsRequest request) =>
        controller.AskAsync<ListPodsRequest, ListPodsResponse>(ApiMethods.ListPods, request);

    private static Task<EndpointsResponse> EndpointsAsync(RunningController controller, EndpointsRequest request) =>
        controller.AskAsync<EndpointsRequest, EndpointsResponse>(ApiMethods.Endpoints, request);

    private static Task<SelfCheckResponse> CheckAsync(RunningController controller) =>
        controller.AskAsync<SelfCheckRequest, SelfCheckResponse>(ApiMethods.SelfCheck, new SelfCheckRequest());
}
