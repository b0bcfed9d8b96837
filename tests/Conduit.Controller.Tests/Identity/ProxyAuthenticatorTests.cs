using System.Collections.Immutable;
using Conduit.Controller.Tests.Doubles;
using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Common;
using Conduit.Protocol.Destinations;
using Conduit.Protocol.Taps;
using Conduit.Protocol.Telemetry;
using Conduit.Testing.Time;

namespace Conduit.Controller.Tests.Identity;

public sealed class ProxyAuthenticatorTests
{
    [Theory]
    [InlineData(null, "shows no token")]
    [InlineData("guess", "shows a token of another mesh")]
    public async Task In_a_mesh_with_a_token_no_service_answers_a_proxy_without_it(string? token, string reason)
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        var options = RunningController.As("emojivoto/web-1", token);

        RpcException?[] failures =
            [await FollowAsync(controller, options), await ReportAsync(controller, options), await AttachAsync(controller, options)];

        foreach (var failure in failures)
        {
            Assert.Equal(StatusCode.PermissionDenied, failure?.StatusCode);
            Assert.Contains(reason, failure?.Status.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task In_a_mesh_with_a_token_a_proxy_may_come_before_its_pod_is_known()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());

        Assert.Null(await FollowAsync(controller, RunningController.As("emojivoto/later-1")));
    }

    [Theory]
    [InlineData("emojivoto/mine-1", null)]
    [InlineData("emojivoto/other-1", "comes from 127.0.0.1, which is not the address of the pod emojivoto/other-1")]
    [InlineData("emojivoto/foreign-1", "The pod emojivoto/foreign-1 is not one that this control plane meshed")]
    [InlineData("emojivoto/missing-1", "The pod emojivoto/missing-1 is not known")]
    [InlineData("web", "has to name the proxy's pod as namespace/name")]
    public async Task On_a_cluster_a_proxy_speaks_for_the_pod_whose_address_it_has(string pod, string? reason)
    {
        var cluster = Mesh.State(
            [Mesh.Pod("mine-1", "127.0.0.1"), Mesh.Pod("other-1", "10.0.0.1"), Mesh.Pod("foreign-1", "127.0.0.1") with { Meshed = false }]);
        await using var controller = await RunningController.StartAsync(cluster, token: null);

        var failure = await FollowAsync(controller, RunningController.As(pod, token: null));

        Assert.Equal(reason is null ? null : StatusCode.PermissionDenied, failure?.StatusCode);
        Assert.Contains(reason ?? "", failure?.Status.Detail ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("conduit/controller-1", true)]
    [InlineData("conduit/app-1", false)]
    [InlineData("emojivoto/controller-1", false)]
    public async Task The_controllers_own_proxy_calls_from_beside_it(string pod, bool heard)
    {
        var label = ImmutableSortedDictionary<string, string>.Empty.Add("conduit.io/control-plane-component", "controller");
        var cluster = Mesh.State(
        [
            Mesh.Pod("controller-1", "10.0.0.1", "conduit") with { Labels = label },
            Mesh.Pod("app-1", "10.0.0.2", "conduit"),
            Mesh.Pod("controller-1", "10.0.0.3") with { Labels = label },
        ]);
        await using var controller = await RunningController.StartAsync(cluster, token: null);

        Assert.Equal(heard, await FollowAsync(controller, RunningController.As(pod, token: null)) is null);
    }

    [Fact]
    public async Task Without_a_picture_proxies_are_asked_to_come_again()
    {
        await using var controller = await RunningController.StartAsync();

        Assert.Equal(StatusCode.Unavailable, (await FollowAsync(controller, RunningController.As("emojivoto/web-1")))?.StatusCode);
    }

    private static async Task<RpcException?> FollowAsync(RunningController controller, CallOptions options)
    {
        var get = GrpcMethod.Create<Destination, Update>(ProxyMethods.GetDestination);
        using var call = controller.ProxyApi.AsyncServerStreamingCall(get, null, options, new Destination { Path = "web-svc.emojivoto:80" });
        return await FailureAsync(call.ResponseStream);
    }

    private static async Task<RpcException?> ReportAsync(RunningController controller, CallOptions options)
    {
        var report = GrpcMethod.Create<ReportRequest, ReportResponse>(ProxyMethods.ReportTelemetry);
        using var call = controller.ProxyApi.AsyncDuplexStreamingCall(report, null, options);
        return await FailureAsync(call.ResponseStream);
    }

    private static async Task<RpcException?> AttachAsync(RunningController controller, CallOptions options)
    {
        var attach = GrpcMethod.Create<TapReport, TapCommand>(ProxyMethods.AttachTap);
        using var call = controller.ProxyApi.AsyncDuplexStreamingCall(attach, null, options);
        return await FailureAsync(call.ResponseStream);
    }

    private static async Task<RpcException?> FailureAsync<T>(IAsyncStreamReader<T> responses)
    {
        try
        {
            await Eventually.Ends(responses.MoveNext(CancellationToken.None));
            return null;
        }
        catch (RpcException failure)
        {
            return failure;
        }
    }
}
