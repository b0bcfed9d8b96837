using Conduit.Controller.Metrics;
using Conduit.Controller.Tests.Doubles;
using Conduit.Protocol.Telemetry;

namespace Conduit.Controller.Tests.Metrics;

public sealed class TrafficTimelineTests
{
    private const ulong PerSecond = 3;

    private readonly RingProbe _probe = new();

    [Fact]
    public void Every_point_covers_ten_seconds_whatever_its_age()
    {
        CountEverySecond(650);

        var points = Points();

        Assert.All(points, point => Assert.Equal(10 * PerSecond, point.Totals!.Successes));
        Assert.All(points, point => Assert.InRange(point.Totals!.Latency.Quantile(0.99).TotalMilliseconds, 3.8, 4.2));
    }

    [Fact]
    public void Old_points_come_every_ten_seconds_and_those_of_the_last_minute_every_second()
    {
        CountEverySecond(650);

        var ends = Points().Select(point => point.End).ToList();

        Assert.Equal([60, 70, 80], ends.Take(3));
        Assert.Equal([648, 649, 650], ends.TakeLast(3));
        Assert.Equal(ends.Order(), ends);
        Assert.Equal(ends.Distinct().Count(), ends.Count);
    }

    [Fact]
    public void Seconds_without_traffic_leave_a_gap_in_the_latency_but_not_in_time()
    {
        CountEverySecond(20);
        _probe.Pass(40);

        var points = Points();

        Assert.Equal(60, points[^1].End);
        Assert.Null(points[^1].Totals);
        Assert.Equal(10 * PerSecond, points[0].Totals!.Successes);
    }

    [Fact]
    public void There_is_no_point_before_ten_seconds_are_over()
    {
        CountEverySecond(9);

        Assert.Empty(Points());
    }

    private List<TimelinePoint> Points()
    {
        var window = _probe.Ring.WindowOf(TimeSpan.FromMinutes(10));
        var timeline = new TrafficTimeline(window.Since, _probe.Ring.Second);
        _probe.Ring.Read(window, _ => _ => timeline);
        return [.. timeline.Points()];
    }

    private void CountEverySecond(int seconds)
    {
        using var stream = _probe.Open();

        for (var second = 0; second < seconds; second++)
        {
            HttpSeries series = Reports.Series(1, second == 0 ? Reports.Inbound() : null, (ulong)(second + 1) * PerSecond, milliseconds: 4);
            _probe.Send(stream, Reports.Of(Reports.Epoch, first: second == 0, series));
            _probe.Pass(1);
        }
    }
}
