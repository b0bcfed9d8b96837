using Conduit.Proxy.Transport;
using Conduit.Proxy.Transport.Timers;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Transport;

public sealed class LoopClockTests
{
    [Fact]
    public async Task It_stands_still_during_a_turn_and_is_right_in_the_next()
    {
        var time = new ManualTimeProvider();
        await using var thread = new LoopThread(EventLoop.Create(time));
        var clock = new LoopClock(thread.Loop, time);
        var later = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);

        var during = await thread.DoAsync(() =>
        {
            var began = clock.GetTimestamp();

            // A timer runs in a turn of its own.
            thread.Loop.Timers.Schedule(new LoopTimer(() => later.SetResult(clock.GetElapsedTime(began))), TimeSpan.FromMilliseconds(100));
            time.Advance(TimeSpan.FromSeconds(1));
            return clock.GetElapsedTime(began);
        });

        Assert.Equal(TimeSpan.Zero, during);
        Assert.Equal(TimeSpan.FromSeconds(1), await Eventually.Ends(later.Task));
    }
}
