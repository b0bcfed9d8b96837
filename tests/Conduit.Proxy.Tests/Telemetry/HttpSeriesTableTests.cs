using Conduit.Proxy.Balancing;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Telemetry;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Telemetry;

public sealed class HttpSeriesTableTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void A_series_that_returns_after_it_was_dropped_says_when_it_began()
    {
        var table = TestTables.Create(_time);
        table.Get(KeyOf("a")).CountRequest();
        Assert.Equal(0, table.All.Single().SinceMicroseconds);

        _time.Advance(TimeSpan.FromMinutes(11));
        table.DropIdle();
        Assert.Empty(table.All);

        var again = table.Get(KeyOf("a"));
        Assert.Equal(0, again.Requests);
        Assert.Equal((_time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMicroseconds, again.SinceMicroseconds);
    }

    [Fact]
    public void Authorities_beyond_the_limit_are_counted_together()
    {
        var table = TestTables.Create(_time);

        for (var n = 0; n < 5_000; n++)
        {
            table.Get(KeyOf($"host-{n}")).CountRequest();
        }

        Assert.InRange(table.All.Count(), 2, 2_001);
        Assert.Equal(5_000, table.All.Sum(series => series.Requests));
        Assert.Contains(table.All, series => series.Key.Authority == HttpSeriesTable.Overflow);
    }

    [Fact]
    public void An_authority_that_is_too_long_to_be_one_gets_no_series_of_its_own()
    {
        var table = TestTables.Create(_time);

        Assert.Equal(HttpSeriesTable.Overflow, table.Get(KeyOf(new string('x', 300))).Key.Authority);
    }

    private static RequestKey KeyOf(string authority) => new(Direction.Inbound, authority, EndpointLabels.None, IsProbe: false);
}
