using Conduit.Controller.Prometheus;
using Conduit.Model.Metrics;

namespace Conduit.Controller.Tests.Prometheus;

public sealed class PrometheusHistogramTests
{
    [Fact]
    public void A_bucket_is_spread_evenly_as_histogram_quantile_would()
    {
        var latencies = Of((1, 0), (10, 0), (20, 100), (30, 100), (double.PositiveInfinity, 100));

        Assert.Equal(100UL, latencies.Total);
        Assert.InRange(latencies.Quantile(0.5).TotalMilliseconds, 14.4, 15.1);
        Assert.InRange(latencies.Quantile(0.95).TotalMilliseconds, 19.3, 19.7);
    }

    [Fact]
    public void Nothing_is_lost_by_rounding()
    {
        var latencies = Of((1, 0.4), (2, 0.9), (3, 2.2), (double.PositiveInfinity, 2.6));

        Assert.Equal(3UL, latencies.Total);
    }

    [Fact]
    public void What_is_beyond_the_last_bound_counts_just_beyond_it()
    {
        var latencies = Of((50_000, 1), (double.PositiveInfinity, 2));

        Assert.InRange(latencies.Quantile(1).TotalSeconds, 50, 52);
    }

    [Fact]
    public void Bounds_in_any_order_and_estimates_that_disagree_a_little_are_taken()
    {
        var latencies = Of((double.PositiveInfinity, 9.99), (2, 10.01), (1, 5));

        Assert.Equal(10UL, latencies.Total);
    }

    private static LatencyHistogram Of(params (double Bound, double Count)[] buckets)
    {
        var latencies = new LatencyHistogram();
        PrometheusHistogram.AddTo(latencies, buckets);
        return latencies;
    }
}
