using Conduit.Proxy.Http2.Flow;

namespace Conduit.Proxy.Tests.Http2.Flow;

public sealed class RateLimitTests
{
    [Fact]
    public void A_burst_passes_and_then_so_many_a_second()
    {
        var limit = new RateLimit(burst: 3, perSecond: 10);

        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => limit.TryTake(now: 1000, frequency: 1000)));

        // Refused tries count too, so a flood does not get through by going on.
        Assert.False(limit.TryTake(now: 1050, frequency: 1000));
        Assert.True(limit.TryTake(now: 2000, frequency: 1000));
    }

    [Fact]
    public void Rest_never_saves_up_more_than_a_burst()
    {
        var limit = new RateLimit(burst: 2, perSecond: 1000);
        limit.TryTake(now: 1, frequency: 1000);

        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => limit.TryTake(now: 1_000_000, frequency: 1000)));
    }
}
