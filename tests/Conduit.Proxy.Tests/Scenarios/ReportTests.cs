using Conduit.Model.Metrics;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Tests.Actors;
using Conduit.Testing.Time;
using Microsoft.AspNetCore.Http;

namespace Conduit.Proxy.Tests.Scenarios;

public sealed class ReportTests
{
    [Fact]
    public async Task Reports_tell_the_controller_the_latency_that_the_server_takes()
    {
        await using var server = await TestServer.Http1Async(async context =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System, context.RequestAborted);
            await context.Response.WriteAsync("x");
        });
        await using var controller = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().Controller(controller).Forward(server.Address).StartAsync();
        using var client = TestClient.Http1(proxy.Inbound);

        for (var i = 0; i < 5; i++)
        {
            await client.GetAsync("/");
        }

        await Eventually.Holds(() => controller.Reported(success: true) == 5);
        var buckets = controller.Reports.SelectMany(report => report.Http).SelectMany(series => series.BucketNumbers);
        Assert.All(buckets, bucket => Assert.True(LatencyBuckets.UpperBound((int)bucket) > 25_000));
    }

    [Fact]
    public async Task The_control_planes_own_proxy_finds_the_controller_beside_it()
    {
        await using var controller = await FakeController.StartAsync();
        await using var proxy = await new TestProxy().With(SettingNames.ControlUrl, $"tcp://localhost.:{controller.Address.Port}").StartAsync();

        await Eventually.Holds(() => controller.Reports.Count > 0);
    }

    [Fact]
    public async Task What_was_counted_last_is_reported_before_the_proxy_ends()
    {
        await using var server = await TestServer.Http1Async("x");
        await using var controller = await FakeController.StartAsync();

        await using (var proxy = await new TestProxy().Controller(controller).Forward(server.Address).StartAsync())
        {
            using var client = TestClient.Http1(proxy.Inbound);
            await Eventually.Holds(() => controller.Reports.Count > 0);
            await client.GetAsync("/");
        }

        Assert.Equal(1UL, controller.Reported(success: true));
        Assert.True(controller.Reports.First().First);
        Assert.False(controller.Reports.Last().First);
    }
}
