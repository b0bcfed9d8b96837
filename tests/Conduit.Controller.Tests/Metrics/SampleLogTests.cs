using Conduit.Controller.Metrics;
using Conduit.Model.Metrics;

namespace Conduit.Controller.Tests.Metrics;

public sealed class SampleLogTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_is_appended_is_read_back_after_any_drops(int seed)
    {
        var random = new Random(seed);
        var log = new SampleLog();
        var expected = new List<Sample>();
        var time = 0;

        for (var step = 0; step < 2_000; step++)
        {
            time += random.Next(0, 200);
            var sample = Sample.Random(random, time);
            log.Append(sample.Time, sample.Responses, [.. sample.Buckets]);
            expected.Add(sample);

            if (random.Next(10) == 0)
            {
                var cut = time - random.Next(0, 1_000);
                log.DropBefore(cut);
                expected.RemoveAll(old => old.Time < cut);
            }
        }

        Assert.Equal(expected, Read(log));
    }

    [Fact]
    public void Buckets_need_not_be_read_to_get_to_the_next_sample()
    {
        var log = new SampleLog();
        log.Append(1, 5, [new BucketCount(3, 2), new BucketCount(700, 3)]);
        log.Append(4, 6, []);

        var reader = log.Read();
        Assert.True(reader.MoveNext());
        Assert.True(reader.MoveNext());

        Assert.Equal((4, 6UL), (reader.Time, reader.Responses));
        Assert.False(reader.MoveNextBucket(out _));
        Assert.False(reader.MoveNext());
    }

    [Fact]
    public void A_log_that_lost_everything_holds_no_memory()
    {
        var log = new SampleLog();
        log.Append(1, ulong.MaxValue, [new BucketCount(LatencyBuckets.Count - 1, ulong.MaxValue)]);

        log.DropBefore(2);

        Assert.True(log.IsEmpty);
        Assert.Equal(0, log.Capacity);
    }

    [Fact]
    public void A_log_that_only_moves_on_stays_small()
    {
        var log = new SampleLog();

        for (var second = 0; second < 10_000; second++)
        {
            log.Append(second, 10, [new BucketCount(100, 4), new BucketCount(120, 6)]);
            log.DropBefore(second - 70);
        }

        // 70 samples of 7 bytes, and room to grow by half.
        Assert.InRange(log.Capacity, 490, 1_200);
    }

    private static List<Sample> Read(SampleLog log)
    {
        var samples = new List<Sample>();
        var reader = log.Read();

        while (reader.MoveNext())
        {
            var buckets = new List<BucketCount>();

            while (reader.MoveNextBucket(out var bucket))
            {
                buckets.Add(bucket);
            }

            samples.Add(new Sample(reader.Time, reader.Responses, new Buckets(buckets)));
        }

        return samples;
    }

    private sealed record Sample(int Time, ulong Responses, Buckets Buckets)
    {
        public static Sample Random(Random random, int time)
        {
            var numbers = Enumerable.Range(0, random.Next(0, 60)).Select(_ => random.Next(LatencyBuckets.Count)).Distinct().Order();
            var buckets = numbers.Select(number => new BucketCount(number, (ulong)random.NextInt64(1, 1L << random.Next(1, 60))));
            return new Sample(time, (ulong)random.NextInt64(), new Buckets([.. buckets]));
        }
    }

    private sealed class Buckets(List<BucketCount> counts) : List<BucketCount>(counts), IEquatable<Buckets>
    {
        public bool Equals(Buckets? other) => other is not null && this.SequenceEqual(other);

        public override bool Equals(object? obj) => Equals(obj as Buckets);

        public override int GetHashCode() => Count;
    }
}
