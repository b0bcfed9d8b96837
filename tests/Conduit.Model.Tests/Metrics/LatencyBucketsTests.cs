using Conduit.Model.Metrics;

namespace Conduit.Model.Tests.Metrics;

public sealed class LatencyBucketsTests
{
    [Fact]
    public void Every_value_lies_above_the_bound_below_and_not_above_its_own()
    {
        foreach (var value in Samples())
        {
            var number = LatencyBuckets.NumberOf(value);

            Assert.True(value <= LatencyBuckets.UpperBound(number), $"{value} µs above bucket {number}");
            Assert.True(number == 0 || value > LatencyBuckets.UpperBound(number - 1), $"{value} µs below bucket {number}");
        }
    }

    [Fact]
    public void Bounds_grow_from_bucket_to_bucket()
    {
        for (var number = 1; number < LatencyBuckets.Count; number++)
        {
            Assert.True(LatencyBuckets.UpperBound(number) > LatencyBuckets.UpperBound(number - 1));
        }
    }

    [Fact]
    public void The_middle_is_within_five_percent_of_any_value_in_the_bucket()
    {
        foreach (var value in Samples())
        {
            var error = Math.Abs(LatencyBuckets.Middle(LatencyBuckets.NumberOf(value)) - value) / value;

            Assert.True(error <= 0.05, $"{value} µs is off by {error:P2}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(40)]
    [InlineData(500)]
    [InlineData(20_000)]
    [InlineData(50_000)]
    public void Bounds_of_the_metrics_page_are_bounds_of_buckets(long milliseconds)
    {
        var bound = milliseconds * 1000;

        Assert.Equal(bound, LatencyBuckets.UpperBound(LatencyBuckets.NumberOf(bound)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-7, 0)]
    [InlineData(long.MaxValue, LatencyBuckets.Count - 1)]
    public void Values_out_of_range_fall_into_the_ends(long microseconds, int number) =>
        Assert.Equal(number, LatencyBuckets.NumberOf(microseconds));

    private static IEnumerable<long> Samples()
    {
        for (long value = 1; value <= 1_000_000_000; value += Math.Max(1, value / 300))
        {
            yield return value;
        }
    }
}
