using Conduit.Protocol.Common;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Telemetry;
using Conduit.Proxy.Tests.Forwarding;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Telemetry;

public sealed class ReportBuilderTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly HttpSeriesTable _table;
    private readonly ReportBuilder _reports;

    public ReportBuilderTests()
    {
        _table = TestTables.Create(_time);
        _reports = new ReportBuilder(_table, new ProcessClock(42));
    }

    [Fact]
    public void A_series_is_described_once_and_its_values_grow()
    {
        var stream = new ReportStream();
        Respond(200, null);
        var first = _reports.Build(stream);
        Respond(200, null);
        var second = _reports.Build(stream);

        var (described, grown) = (first.Http.Single(), second.Http.Single());
        Assert.Equal((42UL, true), (first.EpochUs, first.First));
        Assert.Equal((ProxyDirection.Outbound, "web", true, 2U), (described.Key.Direction, described.Key.Authority, described.Key.Success, described.Key.StatusClass));
        Assert.Equal("web-1", described.Key.Destination["pod"]);
        Assert.Equal((1UL, 2UL), (described.Responses, grown.Responses));
        Assert.Null(grown.Key);
        Assert.Equal(described.Id, grown.Id);
        Assert.Equal([2UL], grown.BucketCounts);
    }

    [Fact]
    public void What_did_not_change_is_not_reported_again()
    {
        var stream = new ReportStream();
        Respond(200, 5);
        Respond(200, 7);
        Respond(503, null);
        Assert.Equal(2, _reports.Build(stream).Http.Count);

        Assert.Empty(_reports.Build(stream).Http);

        Respond(503, null);
        Assert.Equal(2UL, _reports.Build(stream).Http.Single().Responses);
    }

    [Fact]
    public void Kinds_of_responses_that_the_wire_does_not_tell_apart_are_summed()
    {
        var stream = new ReportStream();
        Respond(200, 5);
        Respond(200, 7);
        _reports.Build(stream);
        Respond(200, 7);

        var series = _reports.Build(stream).Http.Single();

        Assert.Equal(3UL, series.Responses);
        Assert.Equal([3UL], series.BucketCounts);
    }

    [Fact]
    public void A_new_stream_is_told_everything_from_the_start()
    {
        Respond(200, null);
        _reports.Build(new ReportStream());
        _reports.Answered();

        var again = _reports.Build(new ReportStream());

        Assert.False(again.First);
        Assert.Equal("web", again.Http.Single().Key.Authority);
        Assert.Equal([1UL], again.Http.Single().BucketCounts);
    }

    private void Respond(int status, int? grpcStatus)
    {
        var exchange = TestExchanges.Begin(_time, Direction.Outbound, TestTables.HeadOf("web"), new HttpTelemetry(_table));
        exchange.SentTo(null, EndpointLabels.Of([], [new("pod", "web-1")]));
        exchange.Responded(status, grpcStatus);
        exchange.Ended();
    }
}
