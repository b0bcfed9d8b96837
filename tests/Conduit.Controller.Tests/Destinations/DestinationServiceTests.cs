using Conduit.Controller.Listeners;
using Conduit.Controller.Tests.Doubles;
using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Common;
using Conduit.Protocol.Destinations;
using Conduit.Protocol.Mapping;
using Conduit.Testing.Time;

namespace Conduit.Controller.Tests.Destinations;

public sealed class DestinationServiceTests
{
    private static readonly Method<Destination, Update> Get = GrpcMethod.Create<Destination, Update>(ProxyMethods.GetDestination);

    [Fact]
    public async Task A_stream_follows_the_cluster()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        using var call = Follow(controller, "voting-svc.emojivoto.svc.cluster.local:8080");

        Assert.Equal("10.0.0.2:8080", (await NextAsync(call)).Add.Addrs.Single().Addr.ToEndPoint().ToString());

        var scaled = Mesh.Service("voting-svc", 8080, Mesh.Endpoint("10.0.0.2:8080"), Mesh.Endpoint("10.0.0.3:8080"));
        await controller.PublishAsync(Mesh.State([], scaled));
        Assert.Equal(2, (await NextAsync(call)).Add.Addrs.Count);

        await controller.PublishAsync(Mesh.State([], Mesh.Service("voting-svc", 8080)));
        Assert.True((await NextAsync(call)).NoEndpoints.Exists);

        await controller.PublishAsync(Mesh.State([]));
        Assert.False((await NextAsync(call)).NoEndpoints.Exists);
    }

    [Fact]
    public async Task A_path_that_names_nothing_is_refused_with_the_forms_that_do()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        using var call = Follow(controller, "www.example.com:80");

        var failure = await Assert.ThrowsAsync<RpcException>(() => NextAsync(call));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Contains("'www.example.com:80' is no destination", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_controller_that_stops_ends_its_streams_at_once()
    {
        var controller = await RunningController.StartAsync(Mesh.Small());
        using var channel = controller.Channel(Listener.ProxyApi);
        using var call = channel.CreateCallInvoker().AsyncServerStreamingCall(
            Get, null, RunningController.As("emojivoto/web-1"), new Destination { Path = "voting-svc.emojivoto:8080" });
        await NextAsync(call);
        var next = NextAsync(call);

        await controller.DisposeAsync();

        Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => next)).StatusCode);
    }

    private static AsyncServerStreamingCall<Update> Follow(RunningController controller, string path) =>
        controller.ProxyApi.AsyncServerStreamingCall(
            Get, null, RunningController.As("emojivoto/web-1"), new Destination { Scheme = "k8s", Path = path });

    private static async Task<Update> NextAsync(AsyncServerStreamingCall<Update> call)
    {
        Assert.True(await Eventually.Ends(call.ResponseStream.MoveNext(CancellationToken.None)));
        return call.ResponseStream.Current;
    }
}
