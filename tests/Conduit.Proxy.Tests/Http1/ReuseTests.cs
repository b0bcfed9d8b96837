using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Http1;
using Conduit.Proxy.Tests.Actors;

namespace Conduit.Proxy.Tests.Http1;

/// <summary>Connections to endpoints: which requests share one, and what happens when one is gone or cannot be had.</summary>
public sealed class ReuseTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task http1_one_connection_per_host(int proxies)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var client = await chain.ConnectAsync();
        var seen = new List<RawPeer>();
        await FirstAsync("foo.bar");
        await AgainAsync("foo.bar", seen[0]);
        await FirstAsync("bar.baz");
        await AgainAsync("bar.baz", seen[1]);
        await FirstAsync("bax.baz");
        await AgainAsync("foo.bar", seen[0]);

        async Task FirstAsync(string host)
        {
            await client.SendAsync($"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n");
            var (server, _) = await chain.Server.NextAsync();
            seen.Add(server);
            await AnswerAsync(server);
        }

        async Task AgainAsync(string host, RawPeer server)
        {
            await client.SendAsync($"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n");
            Assert.Contains($"Host: {host}\r\n", await server.ReadHeadAsync(), StringComparison.Ordinal);
            await AnswerAsync(server);
        }

        async Task AnswerAsync(RawPeer server)
        {
            await server.SendAsync(Ok);
            Assert.Equal(Ok, await client.ReadAsync(Ok.Length));
        }
    }

    [Theory]
    [InlineData(1, "Host:\r\n")]
    [InlineData(2, "Host:\r\n")]
    [InlineData(1, "")]
    [InlineData(2, "")]
    public async Task http1_requests_without_host_have_unique_connections(int proxies, string host)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var client = await chain.ConnectAsync();

        for (var request = 0; request < 4; request++)
        {
            await client.SendAsync($"GET / HTTP/1.1\r\n{host}\r\n");
            var (server, _) = await chain.Server.NextAsync();
            await server.SendAsync(Ok);
            Assert.Equal(Ok, await client.ReadAsync(Ok.Length));
            Assert.True(await server.IsClosedAsync());
        }
    }

    [Theory]
    [InlineData(1, "GET", "")]
    [InlineData(2, "GET", "")]
    [InlineData(1, "POST", "abc")]
    [InlineData(2, "POST", "abc")]
    public async Task A_connection_that_the_server_closes_while_idle_is_replaced(int proxies, string method, string body)
    {
        await using var chain = await Http1Chain.StartAsync(proxies, new Http1Options { StaleWithin = TimeSpan.FromHours(1) });
        var request = $"{method} / HTTP/1.1\r\nHost: a\r\nContent-Length: {body.Length}\r\n\r\n{body}";
        var (client, server, _) = await chain.RequestAsync(request);
        await server.ReadAsync(body.Length);
        await server.SendAsync(Ok);
        await client.ReadAsync(Ok.Length);
        await client.SendAsync(request);
        await server.ReadHeadAsync();

        // As if the end had been on its way when the request came.
        server.Dispose();

        var (next, _) = await chain.Server.NextAsync();
        Assert.Equal(body, await next.ReadAsync(body.Length));
        await next.SendAsync(Ok);
        Assert.Equal(Ok, await client.ReadAsync(Ok.Length));
    }

    [Fact]
    public async Task A_request_that_may_have_been_seen_is_not_sent_twice()
    {
        await using var chain = await Http1Chain.StartAsync(1, new Http1Options { StaleWithin = TimeSpan.FromTicks(-1) });
        const string Request = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n";
        var (client, server, _) = await chain.RequestAsync(Request);
        await server.SendAsync(Ok);
        await client.ReadAsync(Ok.Length);
        await client.SendAsync(Request);
        await server.ReadHeadAsync();

        server.Dispose();

        Assert.Equal("HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\nconduit-error: CDT0201 upstream\r\n\r\n", await client.ReadHeadAsync());
    }

    [Fact]
    public async Task A_server_that_breaks_off_on_a_first_request_is_answered_502()
    {
        await using var chain = await Http1Chain.StartAsync(1);
        var (client, server, _) = await chain.RequestAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n");

        server.Reset();

        Assert.Contains("conduit-error: CDT0201 upstream\r\n", await client.ReadHeadAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_server_that_closes_after_each_response_costs_the_client_nothing(int proxies)
    {
        await using var chain = await Http1Chain.StartAsync(proxies);
        var client = await chain.ConnectAsync();

        for (var request = 0; request < 3; request++)
        {
            await client.SendAsync("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab");
            var (server, _) = await chain.Server.NextAsync();
            await server.ReadAsync(2);
            await server.SendAsync("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok");
            server.End();
            Assert.Equal(Ok, await client.ReadAsync(Ok.Length));
        }
    }

    [Fact]
    public async Task An_endpoint_that_refuses_connections_is_passed_over()
    {
        using var closed = new ClosedPort();
        await using var chain = await Http1Chain.StartAsync(1);
        await using var controller = await FakeController.StartAsync();
        controller.Leads("app.test.svc.cluster.local:80", closed.Address, chain.Proxies[0].Inbound);
        await using var outbound = await OutboundAsync(controller);

        await AnswersAsync(outbound, chain.Server, requests: 6);
    }

    [Fact]
    public async Task A_502_of_a_proxy_that_cannot_reach_its_application_is_taken_elsewhere()
    {
        using var closed = new ClosedPort();
        await using var alone = await new TestProxy().With(SettingNames.HttpEngine, "relay").Forward(closed.Address).StartAsync();
        await using var chain = await Http1Chain.StartAsync(1);
        await using var controller = await FakeController.StartAsync();
        controller.Leads("app.test.svc.cluster.local:80", alone.Inbound, chain.Proxies[0].Inbound);
        await using var outbound = await OutboundAsync(controller);

        await AnswersAsync(outbound, chain.Server, requests: 6);
    }

    [Fact]
    public async Task A_502_that_nobody_else_can_better_arrives()
    {
        using var closed = new ClosedPort();
        await using var alone = await new TestProxy().With(SettingNames.HttpEngine, "relay").Forward(closed.Address).StartAsync();
        await using var controller = await FakeController.StartAsync();
        controller.Leads("app.test.svc.cluster.local:80", alone.Inbound);
        await using var outbound = await OutboundAsync(controller);
        using var client = await RawPeer.ConnectAsync(outbound.Outbound);

        await client.SendAsync("GET / HTTP/1.1\r\nHost: app\r\n\r\n");

        Assert.Equal("HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\nconduit-error: CDT0102 connect\r\n\r\n", await client.ReadHeadAsync());
    }

    [Fact]
    public async Task An_explicit_upstream_names_the_service_and_changes_nothing_else()
    {
        await using var chain = await Http1Chain.StartAsync(1);
        await using var controller = await FakeController.StartAsync();
        controller.Leads("app.test.svc.cluster.local:80", chain.Proxies[0].Inbound);
        await using var outbound = await OutboundAsync(controller);
        using var client = await RawPeer.ConnectAsync(outbound.Outbound);

        await client.SendAsync("GET http://127.0.0.1:9/a?b HTTP/1.1\r\nX: 1\r\nhost:127.0.0.1:9\r\nY: 2\r\n\r\n");
        var (server, head) = await chain.Server.NextAsync();
        await server.SendAsync(Ok);

        Assert.Equal("GET http://app.test:80/a?b HTTP/1.1\r\nX: 1\r\nhost:app.test:80\r\nY: 2\r\n\r\n", head);
        Assert.Equal(Ok, await client.ReadAsync(Ok.Length));
    }

    private static Task<TestProxy> OutboundAsync(FakeController controller) =>
        new TestProxy().With(SettingNames.HttpEngine, "relay").Controller(controller).Upstream("app.test:80").StartAsync();

    private static async Task AnswersAsync(TestProxy outbound, RawOrigin server, int requests)
    {
        for (var request = 0; request < requests; request++)
        {
            using var client = await RawPeer.ConnectAsync(outbound.Outbound);
            await client.SendAsync("POST / HTTP/1.1\r\nHost: app\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc");
            var (peer, head) = await server.NextAsync();
            Assert.Contains("Host: app.test:80\r\n", head, StringComparison.Ordinal);
            Assert.Equal("abc", await peer.ReadAsync(3));
            await peer.SendAsync("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok");
            Assert.EndsWith("\r\n\r\nok", await client.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }
}
