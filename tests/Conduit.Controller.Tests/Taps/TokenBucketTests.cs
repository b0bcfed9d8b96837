using Conduit.Controller.Taps;
using Conduit.Testing.Time;

namespace Conduit.Controller.Tests.Taps;

public sealed class TokenBucketTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void One_per_second_lets_one_through_at_once_and_one_more_each_second()
    {
        var bucket = new TokenBucket(1, _time);

        Assert.Equal(1, Take(bucket, 5));
        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(0, Take(bucket, 5));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, Take(bucket, 5));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, Take(bucket, 5));
    }

    [Fact]
    public void A_higher_rate_lets_a_seconds_worth_through_at_once()
    {
        var bucket = new TokenBucket(20, _time);

        Assert.Equal(20, Take(bucket, 100));
        _time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Equal(10, Take(bucket, 100));
    }

    [Fact]
    public void A_rate_below_one_lets_one_through_now_and_then()
    {
        var bucket = new TokenBucket(0.1, _time);

        Assert.Equal(1, Take(bucket, 5));
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(0, Take(bucket, 5));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, Take(bucket, 5));
    }

    private static int Take(TokenBucket bucket, int times) => Enumerable.Range(0, times).Count(_ => bucket.TryTake());
}
