using System.Net;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Telemetry;
using Conduit.Proxy.Tests.Forwarding;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Telemetry;

/// <summary>An exchange that begins anew still knows where it was counted the last time.</summary>
public sealed class HttpTelemetryTests
{
    private static readonly IPEndPoint Client = IPEndPoint.Parse("10.0.0.9:5000");
    private static readonly IPEndPoint Server = IPEndPoint.Parse("10.0.0.1:80");

    private readonly ManualTimeProvider _time = new();
    private readonly HttpSeriesTable _table;
    private readonly Exchange _exchange;

    public HttpTelemetryTests()
    {
        _table = TestTables.Create(_time);
        _exchange = new ExchangeFactory([new HttpTelemetry(_table)], _time).Create(_time);
    }

    [Fact]
    public void Each_request_is_counted_where_its_own_kind_is()
    {
        Run(TestExchanges.Head, 200);
        Run(TestExchanges.Head, 200);
        Run(TestExchanges.Head, 500);
        Run(TestExchanges.Head with { Authority = "elsewhere" }, 200);
        Run(TestExchanges.Head, 200);

        Assert.Equal(
            ["elsewhere: 1, of them 200: 1", "web.shop: 4, of them 200: 3, 500: 1"],
            _table.All.OrderBy(series => series.Key.Authority, StringComparer.Ordinal).Select(Describe));
    }

    [Fact]
    public void A_series_that_was_dropped_is_not_counted_in_any_more()
    {
        Run(TestExchanges.Head, 200);
        _time.Advance(TimeSpan.FromMinutes(11));
        _table.DropIdle();

        Run(TestExchanges.Head, 200);

        Assert.Equal(["web.shop: 1, of them 200: 1"], _table.All.Select(Describe));
    }

    private static string Describe(RequestSeries series)
    {
        var responses = series.Responses.OrderBy(pair => pair.Key.StatusCode).Select(pair => $"{pair.Key.StatusCode}: {pair.Value.Snapshot().Count}");
        return $"{series.Key.Authority}: {series.Requests}, of them {string.Join(", ", responses)}";
    }

    private void Run(RequestHead head, int status)
    {
        _exchange.Begin(Direction.Outbound, head, Client).SentTo(Server, EndpointLabels.None);
        _exchange.Responded(status, grpcStatus: null);
        _exchange.Ended();
    }
}
