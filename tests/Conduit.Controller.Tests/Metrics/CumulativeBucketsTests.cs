using Conduit.Controller.Metrics;

namespace Conduit.Controller.Tests.Metrics;

public sealed class CumulativeBucketsTests
{
    private readonly CumulativeBuckets _buckets = new();

    [Fact]
    public void Each_bucket_tells_how_much_it_grew()
    {
        var random = new Random(1);
        var expected = new ulong[200];

        for (var step = 0; step < 5_000; step++)
        {
            var (number, growth) = (random.Next(expected.Length), (ulong)random.Next(100));
            expected[number] += growth;

            Assert.Equal(growth, _buckets.Advance(number, expected[number]));
        }
    }

    [Fact]
    public void A_count_may_be_larger_than_what_is_kept_of_it()
    {
        _buckets.Advance(1, uint.MaxValue - 1);

        Assert.Equal(3UL, _buckets.Advance(1, uint.MaxValue + 2UL));
        Assert.Equal(1_000UL, _buckets.Advance(1, uint.MaxValue + 1_002UL));
    }

    [Fact]
    public void A_count_that_was_overtaken_tells_nothing_and_changes_nothing()
    {
        _buckets.Advance(1, 10);

        Assert.Equal(0UL, _buckets.Advance(1, 7));
        Assert.Equal(2UL, _buckets.Advance(1, 12));
    }
}
