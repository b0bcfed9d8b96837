using Conduit.Controller.Cluster;
using Conduit.Controller.Metrics;
using Conduit.Controller.Tests.Doubles;
using Conduit.Protocol.Common;

namespace Conduit.Controller.Tests.Metrics;

public sealed class TrafficRingTests
{
    private readonly RingProbe _probe = new();

    [Theory]
    [InlineData(1, 2)]
    [InlineData(10, 11)]
    [InlineData(60, 61)]
    public void Up_to_a_minute_is_told_by_the_second(int window, ulong expected)
    {
        CountEverySecond(705);

        // The seconds of the window, and what there is of the current one.
        Assert.Equal(expected, _probe.Responses(window));
        Assert.Equal(window, _probe.Ring.WindowOf(TimeSpan.FromSeconds(window)).Length.TotalSeconds);
    }

    [Theory]
    [InlineData(61)]
    [InlineData(120)]
    [InlineData(300)]
    [InlineData(600)]
    public void Longer_windows_are_told_by_tens_of_seconds_and_say_how_long_they_are(int window)
    {
        CountEverySecond(1_234);
        var actual = _probe.Ring.WindowOf(TimeSpan.FromSeconds(window)).Length.TotalSeconds;

        Assert.InRange(actual, window, window + 10);
        Assert.Equal((ulong)actual + 1, _probe.Responses(window));
    }

    [Fact]
    public void Joining_old_samples_changes_neither_counts_nor_quantiles()
    {
        using var stream = _probe.Open();
        var (responses, random) = (0UL, new Random(7));
        _probe.Send(stream, Reports.Of(1, first: true, Reports.Series(1, Reports.Inbound(), 0)));

        for (var second = 0; second < 300; second++)
        {
            _probe.Pass(1);
            var series = Reports.Series(1, null, ++responses, milliseconds: 1 + random.Next(500));
            series.BucketCounts[0] = responses;
            _probe.Send(stream, Reports.Of(1, first: false, series));
        }

        var before = _probe.Totals();
        _probe.Pass(200);
        var after = _probe.Totals();

        Assert.Equal(300UL, after.Successes);
        Assert.Equal(before.Latency.Total, after.Latency.Total);
        Assert.Equal(before.Latency.Quantile(0.95), after.Latency.Quantile(0.95));
    }

    [Fact]
    public void A_window_longer_than_the_controller_lives_is_cut()
    {
        CountEverySecond(30);

        Assert.Equal(30, _probe.Ring.WindowOf(TimeSpan.FromMinutes(1)).Length.TotalSeconds);
        Assert.Equal(30UL, _probe.Responses(60));
    }

    [Fact]
    public void A_window_longer_than_ten_minutes_is_cut()
    {
        CountEverySecond(2_000);

        Assert.InRange(_probe.Ring.WindowOf(TimeSpan.FromHours(1)).Length.TotalSeconds, 600, 610);
        Assert.InRange(_probe.Responses(3_600), 600UL, 611UL);
    }

    [Fact]
    public void Series_and_pods_that_fell_silent_are_forgotten()
    {
        _probe.Count(RingProbe.Web, Reports.Series(1, Reports.Inbound(), 5));
        Assert.Equal(1, _probe.Ring.SeriesCount);

        _probe.Pass(600);
        Assert.Equal(5UL, _probe.Responses());

        _probe.Pass(30);
        Assert.Equal(0, _probe.Ring.SeriesCount);
        Assert.Equal(0UL, _probe.Responses());
        Assert.Null(_probe.Ring.SinceLastReport(RingProbe.Web));
    }

    [Fact]
    public void The_time_since_a_pods_last_report_is_known()
    {
        using var stream = _probe.Open();
        Assert.Null(_probe.Ring.SinceLastReport(RingProbe.Web));

        _probe.Send(stream, Reports.Of(1, first: true));
        _probe.Pass(4);

        Assert.Equal(4, _probe.Ring.SinceLastReport(RingProbe.Web)?.TotalSeconds);
    }

    [Fact]
    public void Beyond_the_limit_authorities_count_under_one_name_and_none_is_lost()
    {
        var probe = new RingProbe(new RingLimits { SeriesOfOnePod = 10 });
        probe.Count(RingProbe.Web, Enumerable.Range(0, 50).Select(number => Reports.Series((uint)number, Reports.Inbound($"host-{number}"), 2)));

        Assert.Equal(100UL, probe.Responses());
        Assert.Equal(11, probe.Ring.SeriesCount);
        Assert.Contains(SeriesKey.OtherAuthority, probe.Authorities(ProxyDirection.Inbound));
        Assert.Equal(40, probe.Ring.Overflow);
        Assert.Equal(80UL, probe.Totals(where: key => key.Authority == SeriesKey.OtherAuthority).Successes);
    }

    [Fact]
    public void The_limit_of_all_pods_holds_for_all_pods_together()
    {
        var probe = new RingProbe(new RingLimits { Series = 3 });

        foreach (var pod in new[] { "a-1", "b-1" })
        {
            var series = Enumerable.Range(0, 5).Select(number => Reports.Series((uint)number, Reports.Inbound($"host-{number}"), 1));
            probe.Count(new PodName("ns", pod), series);
        }

        Assert.Equal(10UL, probe.Responses());
        Assert.Equal(3 + 2, probe.Ring.SeriesCount);
        Assert.Equal(7, probe.Ring.Overflow);
    }

    [Fact]
    public void Room_that_was_given_back_is_used_again()
    {
        var probe = new RingProbe(new RingLimits { SeriesOfOnePod = 1 });
        probe.Count(RingProbe.Web, Reports.Series(1, Reports.Inbound("first"), 1));
        probe.Pass(630);

        probe.Count(RingProbe.Web, Reports.Series(1, Reports.Inbound("second"), 1));

        Assert.Equal(["second"], probe.Authorities(ProxyDirection.Inbound));
    }

    [Fact]
    public void Counters_without_room_are_left_out_and_the_report_goes_on()
    {
        var probe = new RingProbe(new RingLimits { CountersOfOneProxy = 1 });
        using var stream = probe.Open();

        probe.Send(stream, Reports.Of(1, first: true, Reports.Series(1, Reports.Inbound("a"), 1), Reports.Series(2, Reports.Inbound("b"), 1)));
        var outcome = probe.Send(stream, Reports.Of(1, first: false, Reports.Series(1, null, 3), Reports.Series(2, null, 9)));

        Assert.Equal(ReportOutcome.Counted, outcome);
        Assert.Equal(3UL, probe.Responses());
        Assert.Equal(2, probe.Ring.Overflow);
    }

    private void CountEverySecond(int seconds)
    {
        using var stream = _probe.Open();
        _probe.Send(stream, Reports.Of(1, first: true, Reports.Series(1, Reports.Inbound(), 0)));

        for (var second = 1; second <= seconds; second++)
        {
            _probe.Pass(1);
            _probe.Send(stream, Reports.Of(1, first: false, Reports.Series(1, null, (ulong)second)));
        }
    }
}
