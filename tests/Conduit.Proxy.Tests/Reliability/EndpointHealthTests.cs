using Conduit.Proxy.Reliability;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Reliability;

public sealed class EndpointHealthTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void Failures_in_a_row_make_it_rest_longer_each_time()
    {
        var health = Health();
        health.Failed();
        health.Failed();
        Assert.False(health.IsResting);

        health.Failed();
        Assert.True(health.IsResting);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(health.IsResting);

        health.Failed();
        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.True(health.IsResting);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(health.IsResting);
    }

    [Fact]
    public void One_success_forgets_all_failures()
    {
        var health = Health();
        health.Failed();
        health.Failed();
        health.Succeeded();
        health.Failed();

        Assert.False(health.IsResting);
    }

    private EndpointHealth Health() => new(
        _time, new Random(3), new EjectionOptions { Failures = 3, Rest = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)) });
}
