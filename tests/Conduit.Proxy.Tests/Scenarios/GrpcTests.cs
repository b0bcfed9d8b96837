using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Common;
using Conduit.Protocol.Destinations;
using Conduit.Protocol.Taps;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Scenarios;

/// <summary>gRPC through the proxy, with the mesh's own services standing in for an application.</summary>
public sealed class GrpcTests
{
    private const string Authority = "app.shop:8080";
    private const string Path = "app.shop.svc.cluster.local:8080";

    private static readonly Method<Destination, Update> Get = GrpcMethod.Create<Destination, Update>(ProxyMethods.GetDestination);
    private static readonly Method<TapReport, TapCommand> Attach = GrpcMethod.Create<TapReport, TapCommand>(ProxyMethods.AttachTap);

    [Fact]
    public async Task Responses_stream_as_they_come()
    {
        await using var app = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().Forward(app.Address).StartAsync();
        using var channel = GrpcChannel.ForAddress($"http://{proxy.Inbound}");
        using var call = channel.CreateCallInvoker().AsyncServerStreamingCall(Get, null, new CallOptions(), new Destination { Path = "p" });

        for (var n = 0; n < 3; n++)
        {
            var next = call.ResponseStream.MoveNext(CancellationToken.None);
            app.Says("p", FakeController.NoEndpoints(exists: n % 2 == 0));
            Assert.True(await Eventually.Ends(next));
            Assert.Equal(n % 2 == 0, call.ResponseStream.Current.NoEndpoints.Exists);
        }
    }

    [Fact]
    public async Task Both_sides_stream_at_once()
    {
        await using var app = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().Forward(app.Address).StartAsync();
        using var channel = GrpcChannel.ForAddress($"http://{proxy.Inbound}");
        using var call = channel.CreateCallInvoker().AsyncDuplexStreamingCall(Attach, null, new CallOptions());

        // The server speaks first here, before the client has said a word.
        await Eventually.Ends(app.Tap.StartAsync(maxRps: 3));
        Assert.True(await Eventually.Ends(call.ResponseStream.MoveNext(CancellationToken.None)));
        Assert.Equal(3, call.ResponseStream.Current.Start.MaxRps);
        await call.RequestStream.WriteAsync(new TapReport { Event = new TapEvent() });
        await Eventually.Holds(() => app.Tap.Events.Count == 1);
        await call.RequestStream.CompleteAsync();

        Assert.False(await Eventually.Ends(call.ResponseStream.MoveNext(CancellationToken.None)));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task A_status_without_a_body_arrives_with_its_message()
    {
        await using var app = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().Forward(app.Address).StartAsync();
        using var channel = GrpcChannel.ForAddress($"http://{proxy.Inbound}");
        var missing = new Method<Destination, Update>(MethodType.ServerStreaming, "no.Service", "Missing", Get.RequestMarshaller, Get.ResponseMarshaller);
        using var call = channel.CreateCallInvoker().AsyncServerStreamingCall(missing, null, new CallOptions(), new Destination());

        var failure = await Assert.ThrowsAsync<RpcException>(() => Eventually.Ends(call.ResponseStream.MoveNext(CancellationToken.None)));

        Assert.Equal(StatusCode.Unimplemented, failure.StatusCode);
    }

    [Theory]
    [InlineData(true, StatusCode.Unavailable, "CDT0301 unavailable")]
    [InlineData(null, StatusCode.DeadlineExceeded, "CDT0401 timeout")]
    public async Task Errors_of_the_proxys_own_take_the_form_of_gRPC(bool? exists, StatusCode expected, string error)
    {
        await using var controller = await FakeController.StartAsync();

        if (exists is { } known)
        {
            controller.Says(Path, FakeController.NoEndpoints(known));
        }

        // An answer that comes must come in time, on a busy machine too.
        var bindTimeout = exists is null ? "50ms" : "5s";
        await using var proxy = await new TestProxy().Controller(controller).Upstream(Authority).With(SettingNames.BindTimeout, bindTimeout).StartAsync();
        using var channel = GrpcChannel.ForAddress($"http://{proxy.Outbound}");
        using var call = channel.CreateCallInvoker().AsyncServerStreamingCall(Get, null, new CallOptions(), new Destination());

        var failure = await Assert.ThrowsAsync<RpcException>(() => Eventually.Ends(call.ResponseStream.MoveNext(CancellationToken.None)));

        Assert.Equal(expected, failure.StatusCode);
        Assert.StartsWith($"{error}: ", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(error, failure.Trailers.GetValue("conduit-error"));
    }

    [Fact]
    public async Task An_application_that_is_not_there_makes_the_inbound_side_refuse_the_stream()
    {
        using var closed = new ClosedPort();
        await using var proxy = await new TestProxy().Forward(closed.Address).StartAsync();
        using var channel = GrpcChannel.ForAddress($"http://{proxy.Inbound}");
        using var call = channel.CreateCallInvoker().AsyncServerStreamingCall(Get, null, new CallOptions(), new Destination());

        var failure = await Assert.ThrowsAsync<RpcException>(() => Eventually.Ends(call.ResponseStream.MoveNext(CancellationToken.None)));

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        Assert.Contains("conduit_proxy_errors_total{code=\"CDT0102\",class=\"connect\",direction=\"inbound\"}", await proxy.MetricsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_passes_through_two_proxies()
    {
        using var closed = new ClosedPort();
        await using var inbound = await new TestProxy().Forward(closed.Address).StartAsync();
        await using var controller = await FakeController.StartAsync();
        controller.Leads(Path, inbound.Inbound);
        await using var outbound = await new TestProxy().Controller(controller).Upstream(Authority).StartAsync();
        using var channel = GrpcChannel.ForAddress($"http://{outbound.Outbound}");
        using var call = channel.CreateCallInvoker().AsyncServerStreamingCall(Get, null, new CallOptions(), new Destination());

        var failure = await Assert.ThrowsAsync<RpcException>(() => Eventually.Ends(call.ResponseStream.MoveNext(CancellationToken.None)));

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
    }
}
