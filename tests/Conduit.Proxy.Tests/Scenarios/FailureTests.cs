using System.Net;
using Conduit.Model.Failures;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Tests.Actors;

namespace Conduit.Proxy.Tests.Scenarios;

public sealed class FailureTests
{
    private const string Path = "web-svc.shop.svc.cluster.local:8080";
    private const string Authority = "web-svc.shop:8080";

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

        for (var i = 0; i < 4; i++)
        {
            using var response = await client.GetResponseAsync("/");
            errors.Add(response.Headers.GetValues(ProxyError.HeaderName).Single());
        }

        // Each of the first two has tried it several times, which makes enough failures in a row.
        Assert.Equal(["CDT0101 connect", "CDT0101 connect", "CDT0302 unavailable", "CDT0302 unavailable"], errors);
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

    [Fact]
    public async Task A_request_that_breaks_the_protocol_half_way_is_the_clients_fault()
    {
        await using var server = await TestServer.Http1Async(context => context.Request.Body.CopyToAsync(Stream.Null));
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();

        var response = await RawHttp.ExchangeAsync(
            proxy.Inbound, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nnonsense\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", response, StringComparison.Ordinal);
        Assert.Contains("conduit-error: CDT0601 bad-request\r\n", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_breaks_off_is_answered_502_and_called_again()
    {
        using var server = RawServer.Answering("");
        await using var controller = await FakeController.StartAsync();
        controller.Leads(Path, server.Address);
        await using var proxy = await new TestProxy().Controller(controller).Upstream(Authority).StartAsync();
        using var client = TestClient.Http1(proxy.Outbound);

        for (var i = 0; i < 7; i++)
        {
            using var response = await client.GetResponseAsync("/");
            Assert.Equal("CDT0201 upstream", response.Headers.GetValues(ProxyError.HeaderName).Single());
        }
    }
}
