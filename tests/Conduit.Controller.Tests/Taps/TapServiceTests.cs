using Conduit.Controller.Identity;
using Conduit.Controller.Taps;
using Conduit.Controller.Tests.Doubles;
using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Common;
using Conduit.Protocol.Public;
using Conduit.Protocol.Taps;
using Conduit.Testing.Time;

namespace Conduit.Controller.Tests.Taps;

public sealed class TapServiceTests
{
    private static readonly Method<TapReport, TapCommand> AttachTap = GrpcMethod.Create<TapReport, TapCommand>(ProxyMethods.AttachTap);
    private static readonly Method<TapByResourceRequest, TapEvent> TapByResource =
        GrpcMethod.Create<TapByResourceRequest, TapEvent>(ApiMethods.TapByResource);

    [Fact]
    public async Task A_tap_goes_to_the_proxy_and_its_events_come_to_the_user()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        using var proxy = await AttachAsync(controller, "emojivoto/web-1");
        using var tap = Tap(controller, "web");
        var start = (await NextAsync(proxy.ResponseStream)).Start;

        foreach (var report in TapEvents.Whole(start.TapId, 77))
        {
            await Eventually.Ends(proxy.RequestStream.WriteAsync(report));
        }

        var first = await NextAsync(tap.ResponseStream);
        await NextAsync(tap.ResponseStream);
        var last = await NextAsync(tap.ResponseStream);

        Assert.Equal(77UL, first.Http.RequestInit.Id.Stream);
        Assert.Equal("web-1", first.DestinationMeta.Labels["pod"]);
        Assert.Equal(first.Http.RequestInit.Id, last.Http.ResponseEnd.Id);
    }

    [Fact]
    public async Task A_pod_that_starts_during_the_tap_takes_part()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        using var tap = Tap(controller, "web");
        await Eventually.Holds(() => controller.Get<TapHub>().Count == 1);
        using var proxy = await AttachAsync(controller, "emojivoto/web-2");

        await controller.PublishAsync(Mesh.State([Mesh.Pod("web-1"), Mesh.Pod("web-2")]));

        var start = (await NextAsync(proxy.ResponseStream)).Start;
        await Eventually.Ends(proxy.RequestStream.WriteAsync(TapEvents.Request(start.TapId, 1)));
        Assert.Equal("web-2", (await NextAsync(tap.ResponseStream)).DestinationMeta.Labels["pod"]);
    }

    [Fact]
    public async Task A_user_who_has_enough_ends_the_tap_everywhere()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        using var proxy = await AttachAsync(controller, "emojivoto/web-1");
        var tap = Tap(controller, "web");
        var start = (await NextAsync(proxy.ResponseStream)).Start;

        tap.Dispose();

        Assert.Equal(start.TapId, (await NextAsync(proxy.ResponseStream)).Stop.TapId);
        await Eventually.Holds(() => controller.Get<TapHub>().Count == 0);
    }

    [Fact]
    public async Task A_proxy_that_goes_away_is_forgotten()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        var proxy = await AttachAsync(controller, "emojivoto/web-1");
        Assert.Equal(1, controller.Get<ProxyDirectory>().Count);

        proxy.Dispose();

        await Eventually.Holds(() => controller.Get<ProxyDirectory>().Count == 0);
    }

    [Fact]
    public async Task A_target_without_pods_is_not_found()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        using var tap = Tap(controller, "missing");

        var failure = await Assert.ThrowsAsync<RpcException>(() => NextAsync(tap.ResponseStream));

        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
        Assert.Equal("no pods found for deployment/missing in namespace emojivoto", failure.Status.Detail);
    }

    private static async Task<AsyncDuplexStreamingCall<TapReport, TapCommand>> AttachAsync(RunningController controller, string pod)
    {
        var call = controller.ProxyApi.AsyncDuplexStreamingCall(AttachTap, null, RunningController.As(pod));
        await Eventually.Ends(call.RequestStream.WriteAsync(new TapReport()));
        await Eventually.Ends(call.ResponseHeadersAsync);
        return call;
    }

    private static AsyncServerStreamingCall<TapEvent> Tap(RunningController controller, string deployment) =>
        controller.Api.AsyncServerStreamingCall(TapByResource, null, default, new TapByResourceRequest
        {
            Target = new ResourceSelection { Resource = new Resource { Namespace = Mesh.Namespace, Type = "deployment", Name = deployment } },
        });

    private static async Task<T> NextAsync<T>(IAsyncStreamReader<T> stream)
    {
        Assert.True(await Eventually.Ends(stream.MoveNext(CancellationToken.None)));
        return stream.Current;
    }
}
