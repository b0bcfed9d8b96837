using Conduit.Protocol.Taps;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Taps;
using Conduit.Proxy.Tests.Forwarding;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Taps;

public sealed class TapHubTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly TapHub _hub;

    public TapHubTests()
    {
        var read = ProxyOptionsReader.Read(new Dictionary<string, string> { [SettingNames.PodNamespace] = "test", [SettingNames.EventBufferCapacity] = "5" });
        _hub = new TapHub(read.Options!, _time, new Random(1));
    }

    [Fact]
    public void Durations_are_right_over_whole_seconds_and_a_reset_has_its_code()
    {
        _hub.Start(new TapCommand.Types.Start { TapId = 9 });
        var exchange = TestExchanges.Begin(_time, _hub);
        exchange.SentTo(null, Conduit.Proxy.Balancing.EndpointLabels.None);
        _time.Advance(TimeSpan.FromMilliseconds(2_250));
        exchange.Responded(200, grpcStatus: null);
        _time.Advance(TimeSpan.FromMilliseconds(3_500));
        exchange.Received(17);
        exchange.Reset(Http2Error.EnhanceYourCalm);

        var reports = Drain();
        Assert.All(reports, report => Assert.Equal(9UL, report.TapId));
        Assert.Equal(TimeSpan.FromMilliseconds(2_250), reports[1].Event.Http.ResponseInit.SinceRequestInit.ToTimeSpan());
        var end = reports[2].Event.Http.ResponseEnd;
        Assert.Equal(TimeSpan.FromMilliseconds(5_750), end.SinceRequestInit.ToTimeSpan());
        Assert.Equal(TimeSpan.FromMilliseconds(3_500), end.SinceResponseInit.ToTimeSpan());
        Assert.Equal((17UL, 11U), (end.ResponseBytes, end.Eos.ResetErrorCode));
    }

    [Fact]
    public void The_far_end_says_whether_it_is_protected()
    {
        _hub.Start(new TapCommand.Types.Start { TapId = 1 });
        var exchange = TestExchanges.Begin(_time, _hub);
        exchange.Reset(Http2Error.Cancel);

        var seen = Drain()[0].Event;
        var far = exchange.Direction == Direction.Inbound ? seen.SourceMeta : seen.DestinationMeta;
        Assert.Equal(exchange.Direction == Direction.Inbound ? "disabled" : "no_identity", far.Labels["tls"]);
    }

    [Fact]
    public void Every_tap_sees_its_own_stream_of_an_exchange()
    {
        _hub.Start(new TapCommand.Types.Start { TapId = 1 });
        _hub.Start(new TapCommand.Types.Start { TapId = 2 });
        TestExchanges.Begin(_time, _hub).Reset(Http2Error.Cancel);

        var reports = Drain();

        Assert.Equal([1UL, 2UL, 1UL, 2UL], reports.Select(report => report.TapId));
        Assert.Equal(2, reports.Take(2).Select(report => report.Event.Http.RequestInit.Id.Base).Distinct().Count());
    }

    [Fact]
    public void What_began_before_a_tap_or_after_it_is_not_seen()
    {
        var before = TestExchanges.Begin(_time, _hub);
        before.SentTo(null, Conduit.Proxy.Balancing.EndpointLabels.None);
        var waiting = TestExchanges.Begin(_time, _hub);
        _hub.Start(new TapCommand.Types.Start { TapId = 1 });
        before.Ended();
        waiting.SentTo(null, Conduit.Proxy.Balancing.EndpointLabels.None);
        waiting.Ended();
        _hub.Stop(1);
        TestExchanges.Begin(_time, _hub).Ended();

        Assert.Empty(Drain());
    }

    [Fact]
    public void Headers_are_wanted_only_while_somebody_taps()
    {
        var before = TestExchanges.Begin(_time, _hub);
        _hub.Start(new TapCommand.Types.Start { TapId = 1 });
        var during = TestExchanges.Begin(_time, _hub);
        _hub.StopAll();
        var after = TestExchanges.Begin(_time, _hub);

        Assert.Equal((false, true, false), (before.ShowsHeaders, during.ShowsHeaders, after.ShowsHeaders));
    }

    [Fact]
    public void Events_are_lost_rather_than_requests_held_up()
    {
        _hub.Start(new TapCommand.Types.Start { TapId = 1 });

        for (var n = 0; n < 100; n++)
        {
            TestExchanges.Begin(_time, _hub).Reset(Http2Error.Cancel);
        }

        Assert.Equal(5, Drain().Count);
    }

    private List<TapReport> Drain()
    {
        var reports = new List<TapReport>();

        while (_hub.Reports.TryRead(out var report))
        {
            reports.Add(report);
        }

        return reports;
    }
}
