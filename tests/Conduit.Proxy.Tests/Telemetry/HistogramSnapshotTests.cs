using Conduit.Model.Metrics;
using Conduit.Proxy.Telemetry;

namespace Conduit.Proxy.Tests.Telemetry;

public sealed class HistogramSnapshotTests
{
    [Fact]
    public void The_bounds_are_those_of_the_contract() => Assert.Equal(
        [1, 2, 3, 4, 5, 10, 20, 30, 40, 50, 100, 200, 300, 400, 500, 1000, 2000, 3000, 4000, 5000, 10000, 20000, 30000, 40000, 50000],
        HistogramSnapshot.Bounds.ToArray());

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(1, 1)]
    [InlineData(1.001, 2)]
    [InlineData(5, 5)]
    [InlineData(5.1, 10)]
    [InlineData(10, 10)]
    [InlineData(50_000, 50_000)]
    public void A_latency_counts_from_the_first_bound_that_it_does_not_exceed(double milliseconds, int bound)
    {
        var histogram = new LatencyHistogram();
        histogram.Record(TimeSpan.FromMilliseconds(milliseconds));

        var snapshot = HistogramSnapshot.Of(histogram, milliseconds);

        Assert.All(HistogramSnapshot.Bounds.Zip(snapshot.Cumulative), pair => Assert.Equal(pair.First >= bound ? 1UL : 0UL, pair.Second));
        Assert.Equal(1UL, snapshot.Count);
    }

    [Fact]
    public void What_exceeds_every_bound_counts_in_the_total_alone()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(TimeSpan.FromSeconds(51));

        var snapshot = HistogramSnapshot.Of(histogram, 51_000);

        Assert.All(snapshot.Cumulative, count => Assert.Equal(0UL, count));
        Assert.Equal(1UL, snapshot.Count);
    }
}
