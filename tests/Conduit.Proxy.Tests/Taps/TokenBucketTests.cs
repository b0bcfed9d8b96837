using Conduit.Proxy.Taps;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Taps;

public sealed class TokenBucketTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void So_many_pass_at_once_and_so_many_per_second()
    {
        var bucket = new TokenBucket(2, _time);
        Assert.Equal(2, Take(bucket, 10));

        _time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Equal(1, Take(bucket, 10));

        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2, Take(bucket, 10));
    }

    [Fact]
    public void A_slow_rate_still_lets_the_first_pass()
    {
        var bucket = new TokenBucket(0.1, _time);

        Assert.Equal(1, Take(bucket, 10));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(1, Take(bucket, 10));
    }

    [Fact]
    public void Zero_is_no_limit() => Assert.Equal(1_000, Take(new TokenBucket(0, _time), 1_000));

    private static int Take(TokenBucket bucket, int times) => Enumerable.Range(0, times).Count(_ => bucket.TryTake());
}
