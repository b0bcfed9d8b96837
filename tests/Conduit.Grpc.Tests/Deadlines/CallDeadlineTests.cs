using Conduit.Grpc.Deadlines;
using Conduit.Testing.Time;

namespace Conduit.Grpc.Tests.Deadlines;

public sealed class CallDeadlineTests
{
    private readonly ManualTimeProvider _time = new();
    private int _expired;

    [Fact]
    public void It_expires_when_its_time_has_come_and_once()
    {
        using var deadline = In(TimeSpan.FromSeconds(5));

        _time.Advance(TimeSpan.FromSeconds(4.999));
        Assert.Equal(0, _expired);
        Assert.False(deadline.HasPassed);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, _expired);
        Assert.True(deadline.HasPassed);

        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, _expired);
    }

    [Fact]
    public void A_fraction_of_a_millisecond_does_not_expire_early()
    {
        using var deadline = In(TimeSpan.FromTicks(15));

        _time.Advance(TimeSpan.FromTicks(14));
        Assert.Equal(0, _expired);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, _expired);
    }

    [Fact]
    public void A_deadline_further_off_than_timers_reach_is_met()
    {
        using var deadline = In(TimeSpan.FromDays(400));

        _time.Advance(TimeSpan.FromDays(399.9));
        Assert.Equal(0, _expired);

        _time.Advance(TimeSpan.FromDays(0.1));
        Assert.Equal(1, _expired);
    }

    [Fact]
    public void None_never_expires()
    {
        using var deadline = new CallDeadline(DateTime.MaxValue, _time, () => _expired++);

        _time.Advance(TimeSpan.FromDays(10_000));

        Assert.Equal(0, _expired);
        Assert.Null(deadline.Remaining);
    }

    [Fact]
    public void A_disposed_deadline_never_expires()
    {
        In(TimeSpan.FromSeconds(1)).Dispose();

        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(0, _expired);
    }

    private CallDeadline In(TimeSpan timeout) => new(_time.GetUtcNow().UtcDateTime + timeout, _time, () => _expired++);
}
