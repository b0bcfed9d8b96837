using System.Net;
using Conduit.Model.Failures;
using Conduit.Protocol;
using Conduit.Proxy.Hosting.Settings;
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

    [Fact]
    public async Task A_request_that_waited_for_the_bind_timeout_is_answered_504()
    {
        await using var controller = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().Controller(controller).Upstream(Authority).With(SettingNames.BindTimeout, "50ms").StartAsync();
        using var client = TestClient.Http1(proxy.Outbound);

        using var response = await client.GetResponseAsync("/");

        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.Equal("CDT0401 timeout", response.Headers.GetValues(ProxyError.HeaderName).Single());
    }

    [Theory]
    [InlineData(true, "CDT0301 unavailable")]
    [InlineData(false, "CDT0303 unavailable")]
    public async Task A_service_without_endpoints_and_an_unknown_one_are_told_apart(bool exists, string expected)
    {
        await using var controller = await FakeController.StartAsync();
        controller.Says(Path, FakeController.NoEndpoints(exists));
        await using var proxy = await new TestProxy().Controller(controller).Upstream(Authority).StartAsync();
        using var client = TestClient.Http1(proxy.Outbound);

        using var response = await client.GetResponseAsync("/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(expected, response.Headers.GetValues(ProxyError.HeaderName).Single());
        Assert.Equal(0, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_request_goes_to_another_endpoint_when_the_first_refuses_connections()
    {
        using var closed = new ClosedPort();
        await using var server = await TestServer.Http1Async("alive");
        await using var controller = await FakeController.StartAsync();
        controller.Leads(Path, closed.Address, server.Address);
        await using var proxy = await new TestProxy().Controller(controller).Upstream(Authority).StartAsync();
        using var client = TestClient.Http1(proxy.Outbound);

        for (var i = 0; i < 50; i++)
        {
            using var response = await client.SendAsync(client.Request(HttpMethod.Post, "/", new StringContent("body")));
            Assert.Equal("alive", await response.Content.ReadAsStringAsync());
        }

        Assert.Equal(50, server.Requests);
    }

    [Fact]
    public async Task Requests_are_refused_at_once_when_every_endpoint_keeps_failing()
    {
        using var closed = new ClosedPort();
        await using var controller = await FakeController.StartAsync();
        controller.Leads(Path, closed.Address);
        await using var proxy = await new TestProxy().Controller(controller).Upstream(Authority).StartAsync(
            services => services.AddLongRests());
        using var client = TestClient.Http1(proxy.Outbound);
        var errors = new List<string>();

        for (var i = 0; i < 7; i++)
        {
            using var response = await client.GetResponseAsync("/");
            errors.Add(response.Headers.GetValues(ProxyError.HeaderName).Single());
        }

        Assert.Equal([.. Enumerable.Repeat("CDT0101 connect", 5), .. Enumerable.Repeat("CDT0302 unavailable", 2)], errors);
    }

    [Fact]
    public async Task A_request_to_the_proxy_itself_is_answered_508()
    {
        await using var controller = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().Controller(controller).StartAsync();
        using var inbound = TestClient.Http1(proxy.Inbound);
        using var outbound = TestClient.Http1(proxy.Outbound);

        using var into = await inbound.GetResponseAsync("/");
        using var outOf = await outbound.GetResponseAsync("/", host: $"{proxy.Outbound}");

        Assert.Equal((HttpStatusCode)508, into.StatusCode);
        Assert.Equal("CDT0501 loop", into.Headers.GetValues(ProxyError.HeaderName).Single());
        Assert.Equal((HttpStatusCode)508, outOf.StatusCode);
        Assert.Equal("CDT0501 loop", outOf.Headers.GetValues(ProxyError.HeaderName).Single());
    }
}
