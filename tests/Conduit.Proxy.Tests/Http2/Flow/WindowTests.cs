using Conduit.Proxy.Http2.Flow;

namespace Conduit.Proxy.Tests.Http2.Flow;

public sealed class WindowTests
{
    [Fact]
    public void A_send_window_may_go_below_zero_and_come_back()
    {
        var window = new SendWindow(SendWindow.Initial);
        window.Take(60_000);

        Assert.True(window.TryAdd(-SendWindow.Initial));
        Assert.Equal(-60_000, window.Size);
        Assert.Equal(0, window.Available);

        Assert.True(window.TryAdd(60_001));
        Assert.Equal(1, window.Available);
    }

    [Fact]
    public void A_send_window_cannot_pass_its_limit()
    {
        var window = new SendWindow(1);

        Assert.False(window.TryAdd(int.MaxValue));
        Assert.True(window.TryAdd(int.MaxValue - 1));
    }

    [Fact]
    public void A_receive_window_gives_back_in_portions_worth_a_frame()
    {
        var window = new ReceiveWindow(100, 100);
        Assert.True(window.TryTake(100));

        window.Free(24);
        Assert.Equal(0, window.Refill());
        window.Free(1);
        Assert.Equal(25, window.Refill());
        Assert.Equal(0, window.Refill());

        Assert.True(window.TryTake(25));
        Assert.False(window.TryTake(1));
    }

    [Fact]
    public void A_receive_window_grows_once_when_something_of_it_is_read()
    {
        var window = new ReceiveWindow(initial: 100, full: 400);
        Assert.True(window.TryTake(100));
        Assert.Equal(0, window.Refill());

        window.Free(25);
        Assert.Equal(325, window.Refill());
        window.Free(99);
        Assert.Equal(0, window.Refill());
        window.Free(1);
        Assert.Equal(100, window.Refill());
    }
}
