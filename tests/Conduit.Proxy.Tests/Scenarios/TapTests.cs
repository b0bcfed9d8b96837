using Conduit.Protocol.Common;
using Conduit.Protocol.Destinations;
using Conduit.Protocol.Mapping;
using Conduit.Protocol.Taps;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;
using Microsoft.AspNetCore.Http;

namespace Conduit.Proxy.Tests.Scenarios;

public sealed class TapTests
{
    private const string Authority = "app.shop:8080";
    private const string Path = "app.shop.svc.cluster.local:8080";

    [Fact]
    public async Task A_tap_sees_request_response_and_end_with_both_ends_and_labels()
    {
        await using var server = await TestServer.Http2Async(async context =>
        {
            await context.Response.WriteAsync("12345");
            context.Response.AppendTrailer("grpc-status", "5");
        });
        await using var controller = await FakeController.StartAsync();
        controller.Says(Path, new Update
        {
            Add = new WeightedAddrSet { Addrs = { new WeightedAddr { Addr = server.Address.ToWire(), MetricLabels = { ["pod"] = "app-1" } } } },
        });
        await using var proxy = await new TestProxy().Controller(controller).Upstream(Authority).StartAsync();
        using var client = TestClient.Http2(proxy.Outbound);
        await controller.Tap.StartAsync();
        await Eventually.Holds(async () => await client.GetAsync("/warm") == "12345" && controller.Tap.Events.Count > 0);
        await EndsAsync(controller);

        var before = controller.Tap.Events.Count;
        await client.GetAsync("/path?q=1");
        await Eventually.Holds(() => controller.Tap.Events.Count == before + 3);

        var events = controller.Tap.Events.Skip(before).ToArray();
        Assert.All(events, tapped =>
        {
            Assert.Equal(ProxyDirection.Outbound, tapped.ProxyDirection);
            Assert.Equal(server.Address, tapped.Destination.ToEndPoint());
            Assert.Equal("127.0.0.1", tapped.Source.ToEndPoint().Address.ToString());
            Assert.Equal("app-1", tapped.DestinationMeta.Labels["pod"]);
        });
        var (request, response, end) = (events[0].Http.RequestInit, events[1].Http.ResponseInit, events[2].Http.ResponseEnd);
        Assert.Equal(("GET", "http", Authority, "/path?q=1"), (request.Method.ToText(), request.Scheme.ToText(), request.Authority, request.Path));
        Assert.Equal(200U, response.HttpStatus);
        Assert.Equal((5UL, 5U), (end.ResponseBytes, end.Eos.GrpcStatusCode));
        Assert.True(end.SinceRequestInit.ToTimeSpan() >= response.SinceRequestInit.ToTimeSpan());
        Assert.Equal(request.Id, end.Id);
    }

    [Fact]
    public async Task A_reset_is_seen_with_its_code()
    {
        await using var server = await TestServer.Http2Async(context =>
        {
            context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpResetFeature>()!.Reset(11);
            return Task.CompletedTask;
        });
        await using var controller = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().Controller(controller).Forward(server.Address).StartAsync();
        using var client = TestClient.Http2(proxy.Inbound);
        await controller.Tap.StartAsync();

        await Eventually.Holds(async () =>
        {
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync("/"));
            return controller.Tap.Events.Any(tapped => tapped.Http.ResponseEnd?.Eos.ResetErrorCode == 11);
        });
    }

    [Fact]
    public async Task A_tap_takes_what_it_matches_and_no_more_than_its_rate()
    {
        await using var server = await TestServer.Http1Async("x");
        await using var controller = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().Controller(controller).Forward(server.Address).StartAsync();
        using var client = TestClient.Http1(proxy.Inbound);
        var prefix = new Match { Http = new Match.Types.Http { Path = new Match.Types.Http.Types.StringMatch { Prefix = "/yes" } } };
        await controller.Tap.StartAsync(prefix, maxRps: 0.001f);

        await Eventually.Holds(async () =>
        {
            await client.GetAsync("/no");
            await client.GetAsync("/yes");
            return controller.Tap.Events.Count == 3;
        });

        Assert.Equal("/yes", controller.Tap.Events.First().Http.RequestInit.Path);
        await client.GetAsync("/yes");
        controller.Tap.Stop();
        Assert.Equal(3, controller.Tap.Events.Count);
    }

    private static Task EndsAsync(FakeController controller) => Eventually.Holds(() =>
        controller.Tap.Events.Count(tapped => tapped.Http.RequestInit is not null) == controller.Tap.Events.Count(tapped => tapped.Http.ResponseEnd is not null));
}
