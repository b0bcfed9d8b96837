using Conduit.Model.Metrics;

namespace Conduit.Model.Tests.Metrics;

public sealed class LatencyHistogramTests
{
    [Fact]
    public void An_empty_histogram_answers_zero() => Assert.Equal(TimeSpan.Zero, new LatencyHistogram().Quantile(0.99));

    [Fact]
    public void Quantiles_agree_with_a_sorted_list_within_five_percent()
    {
        var random = new Random(7);
        var values = Enumerable.Range(0, 20_000).Select(_ => Math.Pow(10, random.NextDouble() * 6)).ToArray();
        var histogram = new LatencyHistogram();

        foreach (var value in values)
        {
            histogram.Record(TimeSpan.FromMicroseconds(value));
        }

        Array.Sort(values);

        foreach (var quantile in new[] { 0.5, 0.95, 0.99, 1 })
        {
            var exact = values[(int)Math.Ceiling(quantile * values.Length) - 1];
            Assert.InRange(histogram.Quantile(quantile).TotalMicroseconds, exact * 0.94, (exact * 1.06) + 1);
        }
    }

    [Fact]
    public void Counts_are_kept_by_bucket()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(TimeSpan.FromMilliseconds(3));
        histogram.Add(LatencyBuckets.NumberOf(3000), 2);

        Assert.Equal(3UL, histogram.Total);
        Assert.Equal(3UL, histogram[LatencyBuckets.NumberOf(3000)]);
    }
}
