using Conduit.Proxy.Balancing;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Telemetry;
using Conduit.Proxy.Tests.Forwarding;
using Conduit.Testing.Snapshots;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Telemetry;

public sealed class HttpMetricsTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void The_page_is_the_contract()
    {
        var table = TestTables.Create(_time);
        var sink = new HttpTelemetry(table);
        var inbound = TestExchanges.Begin(_time, Direction.Inbound, TestTables.HeadOf("tele.test.svc.cluster.local"), sink);
        _time.Advance(TimeSpan.FromMilliseconds(7));
        inbound.Responded(200, grpcStatus: null);
        inbound.Ended();
        var outbound = TestExchanges.Begin(_time, Direction.Outbound, TestTables.HeadOf("odd\"name\\"), sink);
        outbound.SentTo(null, EndpointLabels.Of([new("set_label", "bar")], [new("addr/label", "foo")]));
        _time.Advance(TimeSpan.FromSeconds(2));
        outbound.Responded(200, grpcStatus: 14);
        outbound.Ended();
        var text = new MetricsText();

        new HttpMetrics(table).Write(text);

        Snapshot.Match(text.ToString());
    }
}
