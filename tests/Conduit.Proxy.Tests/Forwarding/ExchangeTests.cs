using System.Net;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Http2.Frames;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Forwarding;

public sealed class ExchangeTests
{
    private static readonly IPEndPoint First = IPEndPoint.Parse("10.0.0.1:80");
    private static readonly IPEndPoint Second = IPEndPoint.Parse("10.0.0.2:80");

    private readonly ManualTimeProvider _time = new();
    private readonly RecordingSink _sink = new();

    [Fact]
    public void Each_step_is_told_once()
    {
        var exchange = TestExchanges.Begin(_time, _sink);

        exchange.SentTo(First, EndpointLabels.None);
        exchange.Responded(200, grpcStatus: null);
        exchange.Concluded(grpcStatus: 5);
        exchange.Ended();
        exchange.Reset(Http2Error.Internal);
        exchange.Ended();
        exchange.Responded(502, grpcStatus: null);

        Assert.Equal([$"started {First}", "responded 200", $"ended 200 5  {First}"], _sink.Steps);
    }

    [Fact]
    public void An_exchange_that_moves_to_another_endpoint_ends_there()
    {
        var exchange = TestExchanges.Begin(_time, _sink);

        exchange.SentTo(First, EndpointLabels.None);
        exchange.SentTo(Second, EndpointLabels.None);
        exchange.Responded(200, grpcStatus: null);
        exchange.Ended();

        Assert.Equal([$"started {First}", "responded 200", $"ended 200   {Second}"], _sink.Steps);
    }

    [Fact]
    public void One_that_ends_before_it_went_anywhere_is_started_first()
    {
        TestExchanges.Begin(_time, _sink).Reset(Http2Error.Cancel);

        Assert.Equal(["started ", "ended 0  Cancel "], _sink.Steps);
    }

    [Fact]
    public void One_that_begins_anew_knows_nothing_of_the_request_before()
    {
        var exchange = TestExchanges.Begin(_time, _sink);
        exchange.SentTo(First, EndpointLabels.None);
        exchange.Responded(200, grpcStatus: 5);
        exchange.Received(10);
        exchange.Reset(Http2Error.Cancel);
        _sink.Steps.Clear();

        exchange.Begin(exchange.Direction, TestExchanges.Head, exchange.Source).Ended();

        Assert.Equal(["started ", "ended 0   "], _sink.Steps);
        Assert.Equal(0, exchange.ResponseBytes);
        Assert.Equal(TimeSpan.Zero, exchange.Latency);
    }

    [Fact]
    public void Latency_runs_to_the_head_and_duration_to_the_end()
    {
        var exchange = TestExchanges.Begin(_time, _sink);
        _time.Advance(TimeSpan.FromSeconds(2));
        exchange.Responded(200, grpcStatus: null);
        _time.Advance(TimeSpan.FromSeconds(3));
        exchange.Ended();

        Assert.Equal(TimeSpan.FromSeconds(2), exchange.Latency);
        Assert.Equal(TimeSpan.FromSeconds(5), exchange.Duration);
    }
}
