using Conduit.Proxy.Reliability;

namespace Conduit.Proxy.Tests.Reliability;

public sealed class BackoffTests
{
    private static readonly Backoff Backoff = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1));

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 200)]
    [InlineData(4, 800)]
    [InlineData(5, 1_000)]
    [InlineData(1_000, 1_000)]
    public void Delays_double_up_to_the_last_and_lose_at_most_half(int failures, double full)
    {
        var random = new Random(7);
        var delays = Enumerable.Range(0, 100).Select(_ => Backoff.Delay(failures, random).TotalMilliseconds).ToArray();

        Assert.All(delays, delay => Assert.InRange(delay, full / 2, full));
        Assert.True(delays.Distinct().Count() > 50);
    }
}
