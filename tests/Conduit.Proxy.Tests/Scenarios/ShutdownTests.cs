using System.Net;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;
using Microsoft.AspNetCore.Http;

namespace Conduit.Proxy.Tests.Scenarios;

public sealed class ShutdownTests
{
    [Fact]
    public async Task Requests_that_run_are_let_end()
    {
        var arrived = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        await using var server = await TestServer.Http2Async(async context =>
        {
            arrived.TrySetResult();
            await gate.Task;
            await context.Response.WriteAsync("done");
        });
        await using var proxy = await new TestProxy().Forward(server.Address).StartAsync();
        using var client = TestClient.Http2(proxy.Inbound);

        var running = client.GetAsync("/");
        await Eventually.Ends(arrived.Task);
        var stopping = proxy.Host.StopAsync(CancellationToken.None);
        gate.SetResult();

        Assert.Equal("done", await Eventually.Ends(running));
        await Eventually.Ends(stopping);
    }

    [Fact]
    public async Task Requests_that_do_not_end_are_cut_off_at_the_grace()
    {
        var arrived = new TaskCompletionSource();
        await using var server = await TestServer.Http1Async(async context =>
        {
            arrived.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });
        await using var proxy = await new TestProxy().Forward(server.Address).With(SettingNames.Grace, "50ms").StartAsync();
        using var client = TestClient.Http1(proxy.Inbound);

        var running = client.GetAsync("/");
        await Eventually.Ends(arrived.Task);
        await Eventually.Ends(proxy.Host.StopAsync(CancellationToken.None));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Eventually.Ends(running));
    }

    [Fact]
    public async Task While_it_drains_it_is_not_ready_and_still_takes_requests()
    {
        await using var server = await TestServer.Http1Async("x");
        await using var proxy = await new TestProxy().Forward(server.Address).With(SettingNames.DrainDelay, "2s").StartAsync();
        using var client = TestClient.Http1(proxy.Inbound);
        using var admin = TestClient.Http1(proxy.Host.MetricsAddress);
        Assert.Equal("ok\n", await admin.GetAsync("/ready"));
        Assert.Equal("pong\n", await admin.GetAsync("/ping"));

        using var shutdown = await admin.SendAsync(admin.Request(HttpMethod.Post, "/shutdown"));
        var ended = proxy.Host.WaitForShutdownAsync(CancellationToken.None);
        await Eventually.Holds(async () =>
        {
            using var ready = await admin.GetResponseAsync("/ready");
            return ready.StatusCode == HttpStatusCode.ServiceUnavailable;
        });

        Assert.Equal(HttpStatusCode.Accepted, shutdown.StatusCode);
        Assert.Equal("x", await client.GetAsync("/"));
        await Eventually.Ends(ended);
    }

    [Theory]
    [InlineData("GET", "/shutdown", 405)]
    [InlineData("POST", "/metrics", 405)]
    [InlineData("GET", "/other", 404)]
    public async Task The_admin_port_answers_nothing_else(string method, string path, int expected)
    {
        await using var proxy = await new TestProxy().StartAsync();
        using var admin = TestClient.Http1(proxy.Host.MetricsAddress);

        using var response = await admin.SendAsync(admin.Request(new HttpMethod(method), path));

        Assert.Equal(expected, (int)response.StatusCode);
    }
}
