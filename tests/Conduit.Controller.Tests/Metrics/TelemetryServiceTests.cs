using Conduit.Controller.Identity;
using Conduit.Controller.Metrics;
using Conduit.Controller.Tests.Doubles;
using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Telemetry;
using Conduit.Testing.Time;

namespace Conduit.Controller.Tests.Metrics;

public sealed class TelemetryServiceTests
{
    private static readonly Method<ReportRequest, ReportResponse> Report =
        GrpcMethod.Create<ReportRequest, ReportResponse>(ProxyMethods.ReportTelemetry);

    [Fact]
    public async Task Each_report_is_answered_with_when_to_send_the_next()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        using var call = Open(controller);

        var answer = await SendAsync(call, Reports.Of(1, first: true, Reports.Series(1, Reports.Inbound(), 3)));
        await SendAsync(call, Reports.Of(1, first: false, Reports.Series(1, null, 5)));

        Assert.Equal(1_000u, answer.IntervalMs);
        Assert.Equal(1, controller.Get<ProxyDirectory>().Count);
        Assert.Equal(5UL, Responses(controller));
    }

    [Fact]
    public async Task A_proxy_that_closes_its_stream_is_connected_no_more()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        using var call = Open(controller);
        await SendAsync(call, Reports.Of(1, first: true));

        await call.RequestStream.CompleteAsync();

        Assert.False(await Eventually.Ends(call.ResponseStream.MoveNext(CancellationToken.None)));
        await Eventually.Holds(() => controller.Get<ProxyDirectory>().Count == 0);
    }

    [Fact]
    public async Task A_newer_stream_ends_the_older_one()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        using var old = Open(controller);
        using var young = Open(controller);
        await SendAsync(old, Reports.Of(1, first: true, Reports.Series(1, Reports.Inbound(), 3)));
        await SendAsync(young, Reports.Of(1, first: false, Reports.Series(1, Reports.Inbound(), 4)));

        var failure = await Assert.ThrowsAsync<RpcException>(() => SendAsync(old, Reports.Of(1, first: false, Reports.Series(1, null, 4))));

        Assert.Equal(StatusCode.Aborted, failure.StatusCode);
        Assert.Equal(4UL, Responses(controller));
    }

    [Fact]
    public async Task A_report_that_breaks_the_protocol_is_refused()
    {
        await using var controller = await RunningController.StartAsync(Mesh.Small());
        using var call = Open(controller);
        var uneven = Reports.Series(1, Reports.Inbound(), 1);
        uneven.BucketCounts.Add(1);

        var failure = await Assert.ThrowsAsync<RpcException>(() => SendAsync(call, Reports.Of(1, first: true, uneven)));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(200, 1)]
    [InlineData(1_000, 5)]
    [InlineData(100_000, 10)]
    public void Large_meshes_report_less_often(int proxies, int seconds) => Assert.Equal(seconds, ReportPace.PauseFor(proxies).TotalSeconds);

    private static AsyncDuplexStreamingCall<ReportRequest, ReportResponse> Open(RunningController controller) =>
        controller.ProxyApi.AsyncDuplexStreamingCall(Report, null, RunningController.As("emojivoto/web-1"));

    private static async Task<ReportResponse> SendAsync(AsyncDuplexStreamingCall<ReportRequest, ReportResponse> call, ReportRequest report)
    {
        await Eventually.Ends(call.RequestStream.WriteAsync(report));
        Assert.True(await Eventually.Ends(call.ResponseStream.MoveNext(CancellationToken.None)));
        return call.ResponseStream.Current;
    }

    private static ulong Responses(RunningController controller)
    {
        var totals = new TrafficTotals();
        var ring = controller.Get<TrafficRing>();
        ring.Read(ring.WindowOf(TimeSpan.FromMinutes(1)), _ => _ => totals);
        return totals.Successes;
    }
}
