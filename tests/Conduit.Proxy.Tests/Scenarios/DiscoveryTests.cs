using Conduit.Protocol;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;
using Microsoft.AspNetCore.Http;

namespace Conduit.Proxy.Tests.Scenarios;

public sealed class DiscoveryTests
{
    private const string Path = "web-svc.shop.svc.cluster.local:8080";
    private const string Authority = "web-svc.shop:8080";

    [Fact]
    public async Task An_explicit_upstream_goes_to_the_services_endpoint_under_the_services_name()
    {
        await using var server = await TestServer.Http1Async(context => context.Response.WriteAsync($"{context.Request.Host}"));
        await using var controller = await FakeController.StartAsync();
        controller.Leads(Path, server.Address);
        await using var proxy = await new TestProxy().Controller(controller).Upstream(Authority).StartAsync();
        using var client = TestClient.Http1(proxy.Outbound);

        Assert.Equal(Authority, await client.GetAsync("/"));
        Assert.Equal([Path], controller.Asked);
    }

    [Fact]
    public async Task The_proxy_says_who_it_is()
    {
        await using var controller = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().Controller(controller).Upstream(Authority).StartAsync();

        await Eventually.Holds(() => !controller.Callers.IsEmpty);

        var metadata = controller.Callers.First();
        Assert.Equal("test/pod-1", metadata.GetValue(ProxyMetadata.Pod));
        Assert.Equal("secret", metadata.GetValue(ProxyMetadata.Token));
        Assert.NotNull(metadata.GetValue(ProxyMetadata.Version));
    }

    [Theory]
    [InlineData("web-svc.shop:8080")]
    [InlineData("web-svc.shop.svc:8080")]
    [InlineData("WEB-SVC.shop.SVC.cluster.local.:8080")]
    public async Task Without_an_original_destination_the_name_leads_and_is_passed_unchanged(string host)
    {
        await using var server = await TestServer.Http1Async(context => context.Response.WriteAsync($"{context.Request.Host}"));
        await using var controller = await FakeController.StartAsync();
        controller.Leads(Path, server.Address).Leads("WEB-SVC.shop.svc.cluster.local:8080", server.Address);
        await using var proxy = await new TestProxy().Controller(controller).StartAsync();
        using var client = TestClient.Http1(proxy.Outbound);

        Assert.Equal(host, await client.GetAsync("/", host));
    }

    [Fact]
    public async Task An_address_that_is_no_service_is_called_straight()
    {
        await using var server = await TestServer.Http1Async("straight");
        await using var controller = await FakeController.StartAsync();
        controller.Says($"{server.Address}", FakeController.NoEndpoints(exists: false));
        await using var proxy = await new TestProxy().Controller(controller).StartAsync();
        using var client = TestClient.Http1(proxy.Outbound);

        Assert.Equal("straight", await client.GetAsync("/", host: $"{server.Address}"));

        // The request does not wait for the controller, so it may be over before that is asked.
        await Eventually.Holds(() => controller.Asked.SequenceEqual([$"{server.Address}"]));
    }

    [Fact]
    public async Task An_address_is_called_straight_while_the_controller_is_silent()
    {
        await using var server = await TestServer.Http1Async("straight");
        await using var controller = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().Controller(controller).StartAsync();
        using var client = TestClient.Http1(proxy.Outbound);

        Assert.Equal("straight", await client.GetAsync("/", host: $"{server.Address}"));
    }

    [Fact]
    public async Task Requests_follow_the_endpoint_that_the_controller_moves()
    {
        await using var first = await TestServer.Http1Async("first");
        await using var second = await TestServer.Http1Async("second");
        await using var controller = await FakeController.StartAsync();
        controller.Leads(Path, first.Address);
        await using var proxy = await new TestProxy().Controller(controller).Upstream(Authority).StartAsync();
        using var client = TestClient.Http1(proxy.Outbound);
        Assert.Equal("first", await client.GetAsync("/"));

        controller.Leads(Path, second.Address).Says(Path, FakeController.RemoveOf(first.Address));

        await Eventually.Holds(async () => await client.GetAsync("/") == "second");
        Assert.Equal("second", await client.GetAsync("/"));
    }

    [Fact]
    public async Task Endpoints_are_kept_while_the_controller_is_gone_and_replaced_when_it_returns()
    {
        await using var first = await TestServer.Http1Async("first");
        await using var second = await TestServer.Http1Async("second");
        await using var controller = await FakeController.StartAsync();
        controller.Leads(Path, first.Address);
        await using var proxy = await new TestProxy().Controller(controller).Upstream(Authority).StartAsync();
        using var client = TestClient.Http1(proxy.Outbound);
        Assert.Equal("first", await client.GetAsync("/"));

        await controller.StopAsync();
        Assert.Equal("first", await client.GetAsync("/"));

        controller.Leads(Path, second.Address);
        await controller.ListenAsync();

        await Eventually.Holds(async () => await client.GetAsync("/") == "second");
        Assert.Equal("second", await client.GetAsync("/"));
    }

    [Fact]
    public async Task A_request_waits_for_the_first_answer()
    {
        await using var server = await TestServer.Http1Async("here");
        await using var controller = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().Controller(controller).Upstream(Authority).StartAsync();
        using var client = TestClient.Http1(proxy.Outbound);

        var waiting = client.GetAsync("/");
        await Eventually.Holds(() => controller.Asked.Count == 1);
        Assert.False(waiting.IsCompleted);
        controller.Leads(Path, server.Address);

        Assert.Equal("here", await Eventually.Ends(waiting));
    }

}
