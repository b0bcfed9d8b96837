using Conduit.Proxy.Balancing;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Balancing;

public sealed class PeakEwmaTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void A_peak_counts_at_once_and_is_forgotten_slowly()
    {
        var load = new PeakEwma(_time);
        load.Observe(TimeSpan.FromSeconds(1));
        var peak = load.Cost;

        _time.Advance(TimeSpan.FromSeconds(10));
        load.Observe(TimeSpan.FromMilliseconds(10));

        Assert.Equal(1_000, peak);
        Assert.Equal((1_000 * Math.Exp(-1)) + (10 * (1 - Math.Exp(-1))), load.Cost, precision: 6);
    }

    [Fact]
    public void Requests_that_wait_multiply_the_cost()
    {
        var load = new PeakEwma(_time);
        load.Observe(TimeSpan.FromMilliseconds(100));

        load.Begin();
        load.Begin();
        Assert.Equal(300, load.Cost, precision: 6);

        load.End();
        Assert.Equal(200, load.Cost, precision: 6);
    }

    [Fact]
    public void What_is_not_called_becomes_cheap_again()
    {
        var load = new PeakEwma(_time);
        load.Observe(TimeSpan.FromSeconds(5));

        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.True(load.Cost < 1);
    }
}
