using Conduit.Proxy.Transport.Timers;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Transport.Timers;

public sealed class TimerWheelTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly TimerWheel _wheel;
    private readonly List<string> _fired = [];

    public TimerWheelTests() => _wheel = new TimerWheel(_time);

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(300)]
    [InlineData(4_096)]
    [InlineData(100_000)]
    public void A_timer_fires_once_and_never_early(int milliseconds)
    {
        _wheel.Schedule(Timer("a"), TimeSpan.FromMilliseconds(milliseconds));

        Pass(milliseconds - 1);
        Assert.Empty(_fired);

        Pass(9);
        Assert.Equal(["a"], _fired);

        Pass(10_000);
        Assert.Equal(["a"], _fired);
        Assert.Equal(-1, _wheel.Delay());
    }

    [Fact]
    public void A_timer_fires_after_a_sleep_of_any_length()
    {
        _wheel.Schedule(Timer("a"), TimeSpan.FromMilliseconds(30));
        _wheel.Schedule(Timer("b"), TimeSpan.FromMinutes(1));

        Pass(3_600_000);

        Assert.Equal(["a", "b"], _fired.Order());
    }

    [Fact]
    public void A_cancelled_timer_does_not_fire()
    {
        var timer = Timer("a");
        _wheel.Schedule(timer, TimeSpan.FromMilliseconds(10));

        _wheel.Cancel(timer);
        Pass(1_000);

        Assert.Empty(_fired);
        Assert.False(timer.IsScheduled);
    }

    [Fact]
    public void A_timer_scheduled_again_waits_anew()
    {
        var timer = Timer("a");
        _wheel.Schedule(timer, TimeSpan.FromMilliseconds(100));
        Pass(90);
        _wheel.Schedule(timer, TimeSpan.FromMilliseconds(100));

        Pass(90);
        Assert.Empty(_fired);
        Pass(20);
        Assert.Equal(["a"], _fired);
    }

    [Fact]
    public void A_callback_may_schedule_itself_and_cancel_its_neighbours()
    {
        var rounds = 0;
        LoopTimer neighbour = Timer("neighbour");
        LoopTimer? self = null;
        self = new LoopTimer(() =>
        {
            _wheel.Cancel(neighbour);

            if (++rounds < 3)
            {
                _wheel.Schedule(self!, TimeSpan.Zero);
            }
        });
        _wheel.Schedule(neighbour, TimeSpan.FromMilliseconds(8));
        _wheel.Schedule(self, TimeSpan.FromMilliseconds(8));

        for (var step = 0; step < 10; step++)
        {
            Pass(8);
        }

        Assert.Equal(3, rounds);
        Assert.Empty(_fired);
    }

    [Fact]
    public void The_delay_never_oversleeps_the_next_timer()
    {
        var random = new Random(4);

        for (var timer = 0; timer < 500; timer++)
        {
            _wheel.Schedule(Timer($"{timer}"), TimeSpan.FromMilliseconds(random.Next(60_000)));
        }

        for (var wakes = 0; _wheel.Delay() >= 0; wakes++)
        {
            Assert.True(wakes < 2_000);
            Pass(Math.Max(_wheel.Delay(), 1));
        }

        Assert.Equal(500, _fired.Count);
    }

    private LoopTimer Timer(string name) => new(() => _fired.Add(name));

    private void Pass(int milliseconds)
    {
        _time.Advance(TimeSpan.FromMilliseconds(Math.Max(milliseconds, 0)));
        _wheel.Advance();
    }
}
