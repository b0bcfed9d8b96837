using System.Runtime.CompilerServices;
using Conduit.Proxy.Transport.Buffers;
using Conduit.Proxy.Transport.Timers;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Transport.Buffers;

public sealed class BufferPoolTests
{
    private const int Surplus = 100;

    private readonly ManualTimeProvider _time = new();
    private readonly TimerWheel _timers;
    private readonly BufferPool _pool;

    public BufferPoolTests()
    {
        _timers = new TimerWheel(_time);
        _pool = new BufferPool(_timers);
    }

    [Fact]
    public void What_comes_back_is_lent_again()
    {
        var buffer = _pool.Rent();
        _pool.Return(buffer);

        Assert.Same(buffer, _pool.Rent());
        Assert.Equal(1, _pool.Lent);
    }

    [Fact]
    public void What_nobody_wanted_for_long_goes_and_enough_for_always_stays()
    {
        RentAndReturn(BufferPool.Kept + Surplus);
        Pass(BufferPool.Patience / 2);
        Assert.Equal(BufferPool.Kept + Surplus, _pool.Free);

        Pass(BufferPool.Patience);
        Assert.Equal(BufferPool.Kept, _pool.Free);

        Pass(BufferPool.Patience * 3);
        Assert.Equal(BufferPool.Kept, _pool.Free);
    }

    [Fact]
    public void What_is_wanted_again_and_again_stays()
    {
        RentAndReturn(BufferPool.Kept + Surplus);

        for (var round = 0; round < 3; round++)
        {
            Pass(BufferPool.Patience);
            RentAndReturn(BufferPool.Kept + Surplus);
        }

        Assert.Equal(BufferPool.Kept + Surplus, _pool.Free);
        Pass(BufferPool.Patience * 2);
        Pass(BufferPool.Patience * 2);
        Assert.Equal(BufferPool.Kept, _pool.Free);
    }

    [Fact]
    public async Task What_goes_is_collected()
    {
        var buffers = RentAndReturnWeakly(BufferPool.Kept + Surplus);
        Pass(BufferPool.Patience * 2);

        // A frame that is not gone may still refer to one.
        await Eventually.Holds(() => buffers.Count(buffer => buffer.IsAlive) < BufferPool.Kept + (Surplus / 2), what: "those that were dropped are gone");
    }

    // In a method of its own, whose variables are gone when it is done.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private List<WeakReference> RentAndReturnWeakly(int count)
    {
        var buffers = Enumerable.Range(0, count).Select(_ => _pool.Rent()).ToList();
        buffers.ForEach(_pool.Return);
        return buffers.ConvertAll(buffer => new WeakReference(buffer));
    }

    private void RentAndReturn(int count)
    {
        foreach (var buffer in Enumerable.Range(0, count).Select(_ => _pool.Rent()).ToArray())
        {
            _pool.Return(buffer);
        }
    }

    private void Pass(TimeSpan time)
    {
        _time.Advance(time);
        _timers.Advance();
    }
}
