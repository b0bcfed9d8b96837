using Conduit.Controller.Metrics;
using Conduit.Controller.Tests.Doubles;
using Conduit.Protocol.Common;
using Conduit.Protocol.Telemetry;

namespace Conduit.Controller.Tests.Metrics;

/// <summary>Nothing is counted twice, and what can be counted is.</summary>
public sealed class ReportStreamTests
{
    private readonly RingProbe _probe = new();

    [Fact]
    public void A_process_that_was_never_answered_counts_from_zero()
    {
        using var stream = _probe.Open();

        _probe.Send(stream, Reports.Of(1, first: true, Reports.Series(1, Reports.Inbound(), 7)));

        Assert.Equal(7UL, _probe.Responses());
    }

    [Fact]
    public void Later_reports_count_what_is_new_only()
    {
        using var stream = _probe.Open();

        _probe.Send(stream, Reports.Of(1, first: true, Reports.Series(1, Reports.Inbound(), 7)));
        _probe.Send(stream, Reports.Of(1, first: false, Reports.Series(1, null, 7)));
        _probe.Send(stream, Reports.Of(1, first: false, Reports.Series(1, null, 10)));

        Assert.Equal(10UL, _probe.Responses());
    }

    [Fact]
    public void A_series_that_appears_later_counts_from_zero()
    {
        using var stream = _probe.Open();

        _probe.Send(stream, Reports.Of(1, first: false, Reports.Series(1, Reports.Inbound(), 100)));
        _probe.Send(stream, Reports.Of(1, first: false, Reports.Series(2, Reports.Inbound(success: false), 4)));

        Assert.Equal(4UL, _probe.Responses());
        Assert.Equal(4UL, _probe.Totals().Failures);
    }

    [Fact]
    public void A_reconnect_that_repeats_everything_adds_nothing()
    {
        using (var lost = _probe.Open())
        {
            _probe.Send(lost, Reports.Of(1, first: true, Reports.Series(1, Reports.Inbound(), 7)));
        }

        // The answer was lost with the stream, so the proxy still believes to be unheard, and numbers its series anew.
        using var again = _probe.Open();
        _probe.Send(again, Reports.Of(1, first: true, Reports.Series(9, Reports.Inbound(), 12)));

        Assert.Equal(12UL, _probe.Responses());
    }

    [Fact]
    public void A_proxy_that_restarts_begins_at_zero()
    {
        using var old = _probe.Open();
        _probe.Send(old, Reports.Of(1, first: true, Reports.Series(1, Reports.Inbound(), 100)));

        using var restarted = _probe.Open();
        _probe.Send(restarted, Reports.Of(2, first: true, Reports.Series(1, Reports.Inbound(), 3)));

        // What the old process sent last may arrive after the first word of the new one.
        _probe.Send(old, Reports.Of(1, first: false, Reports.Series(1, null, 101)));

        Assert.Equal(104UL, _probe.Responses());
    }

    [Fact]
    public void A_controller_that_restarts_takes_the_values_of_known_proxies_as_its_start()
    {
        using var stream = _probe.Open();

        _probe.Send(stream, Reports.Of(1, first: false, Reports.Series(1, Reports.Inbound(), 1_000)));
        Assert.Equal(0UL, _probe.Responses());

        _probe.Send(stream, Reports.Of(1, first: false, Reports.Series(1, null, 1_005)));
        Assert.Equal(5UL, _probe.Responses());
    }

    [Fact]
    public void An_older_stream_of_the_same_process_counts_no_more()
    {
        using var old = _probe.Open();
        using var young = _probe.Open();
        _probe.Send(old, Reports.Of(1, first: true, Reports.Series(1, Reports.Inbound(), 5)));
        _probe.Send(young, Reports.Of(1, first: false, Reports.Series(1, Reports.Inbound(), 8)));

        Assert.Equal(ReportOutcome.Superseded, _probe.Send(old, Reports.Of(1, first: false, Reports.Series(1, null, 7))));
        Assert.Equal(8UL, _probe.Responses());
    }

    [Fact]
    public void A_series_that_the_proxy_dropped_and_met_again_counts_from_zero_again()
    {
        using var stream = _probe.Open();
        _probe.Send(stream, Reports.Of(1, first: true, Reports.Series(1, Reports.Inbound(), 50)));

        _probe.Send(stream, Reports.Of(1, first: false, Reports.Series(2, Reports.Inbound(), 60, since: 5_000)));
        _probe.Send(stream, Reports.Of(1, first: false, Reports.Series(2, null, 61, since: 5_000)));

        Assert.Equal(111UL, _probe.Responses());
    }

    [Fact]
    public void Buckets_count_as_their_responses_do()
    {
        using var stream = _probe.Open();
        _probe.Send(stream, Reports.Of(1, first: true, Reports.Series(1, Reports.Inbound(), 10, milliseconds: 3)));
        _probe.Send(stream, Reports.Of(1, first: false, Reports.Series(1, null, 10, milliseconds: 3)));

        var slow = Reports.Series(1, null, 20, milliseconds: 300);
        slow.BucketCounts[0] = 10;
        _probe.Send(stream, Reports.Of(1, first: false, slow));

        var latency = _probe.Totals().Latency;
        Assert.Equal(20UL, latency.Total);
        Assert.InRange(latency.Quantile(0.5).TotalMilliseconds, 2.9, 3.1);
        Assert.InRange(latency.Quantile(0.99).TotalMilliseconds, 290, 310);
    }

    [Fact]
    public void What_breaks_the_protocol_is_refused_whole()
    {
        using var stream = _probe.Open();
        var uneven = Reports.Series(2, Reports.Inbound(), 1);
        uneven.BucketCounts.Add(1);
        var unknown = new HttpSeriesKey { Direction = ProxyDirection.Unknown };
        var outside = Reports.Series(2, Reports.Inbound(), 1);
        outside.BucketNumbers[0] = 100_000;

        foreach (var bad in new[] { uneven, Reports.Series(2, unknown, 1), outside })
        {
            var report = Reports.Of(1, first: true, Reports.Series(1, Reports.Inbound("good"), 1), bad);
            Assert.Equal(ReportOutcome.Malformed, _probe.Send(stream, report));
        }

        Assert.Equal(ReportOutcome.Counted, _probe.Send(stream, Reports.Of(1, first: true)));
        Assert.Equal(ReportOutcome.Malformed, _probe.Send(stream, Reports.Of(2, first: true)));
        Assert.Equal(0UL, _probe.Responses());
    }

    [Fact]
    public void An_epoch_is_remembered_while_its_stream_is_silent_and_after_that_for_ten_minutes()
    {
        using (var stream = _probe.Open())
        {
            _probe.Send(stream, Reports.Of(1, first: true, Reports.Series(1, Reports.Inbound(), 5)));
            _probe.Pass(1_000);
            _probe.Send(stream, Reports.Of(1, first: false, Reports.Series(1, null, 6)));
        }

        _probe.Pass(500);
        using var again = _probe.Open();
        _probe.Send(again, Reports.Of(1, first: false, Reports.Series(1, Reports.Inbound(), 8)));

        Assert.Equal(3UL, _probe.Responses());
    }

    [Fact]
    public void A_worn_stream_gives_way_to_a_new_one_and_nothing_is_lost_or_counted_twice()
    {
        var probe = new RingProbe(new RingLimits { CountersOfOneProxy = 4 });
        using var worn = probe.Open();
        probe.Send(worn, Reports.Of(1, first: true, Reports.Series(1, Reports.Inbound("a"), 1)));

        for (uint id = 2; id <= 4; id++)
        {
            Assert.Equal(ReportOutcome.Counted, probe.Send(worn, Reports.Of(1, first: false, Reports.Series(id, Reports.Inbound($"gone-{id}"), 1))));
        }

        var report = Reports.Of(1, first: false, Reports.Series(1, null, 2), Reports.Series(5, Reports.Inbound("new"), 1));
        Assert.Equal(ReportOutcome.Worn, probe.Send(worn, report));

        using var fresh = probe.Open();
        probe.Send(fresh, Reports.Of(1, first: false, Reports.Series(1, Reports.Inbound("a"), 2), Reports.Series(2, Reports.Inbound("new"), 1)));

        Assert.Equal(1UL + 3 + 1 + 1, probe.Responses());
        Assert.Equal(0, probe.Ring.Overflow);
    }

    [Fact]
    public void What_a_new_stream_does_not_tell_of_is_forgotten_and_its_room_is_free()
    {
        var probe = new RingProbe(new RingLimits { Counters = 2 });
        using var old = probe.Open();
        probe.Send(old, Reports.Of(1, first: true, Reports.Series(1, Reports.Inbound("a"), 1), Reports.Series(2, Reports.Inbound("dropped"), 1)));

        using var fresh = probe.Open();
        probe.Send(fresh, Reports.Of(1, first: false, Reports.Series(1, Reports.Inbound("a"), 1), Reports.Series(2, Reports.Inbound("b"), 4)));

        Assert.Equal(6UL, probe.Responses());
        Assert.Equal(0, probe.Ring.Overflow);
    }
}
