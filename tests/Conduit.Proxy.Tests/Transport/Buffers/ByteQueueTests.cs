using Conduit.Proxy.Transport.Buffers;
using Conduit.Proxy.Transport.Timers;

namespace Conduit.Proxy.Tests.Transport.Buffers;

public sealed class ByteQueueTests
{
    private readonly BufferPool _pool = new(new TimerWheel(TimeProvider.System));
    private readonly ByteQueue _queue;

    public ByteQueueTests() => _queue = new ByteQueue(_pool);

    [Fact]
    public void Bytes_leave_in_the_order_in_which_they_came()
    {
        var random = new Random(3);
        var source = new byte[1_000_000];
        random.NextBytes(source);
        var (written, read) = (0, 0);

        while (read < source.Length)
        {
            var length = Math.Min(random.Next(20_000), source.Length - written);
            _queue.Write(source.AsSpan(written, length));
            written += length;

            while (_queue.Length > 100_000 || (!_queue.IsEmpty && random.Next(3) > 0))
            {
                var part = _queue.First[..random.Next(1, _queue.First.Length + 1)];
                Assert.True(part.SequenceEqual(source.AsSpan(read, part.Length)));
                read += part.Length;
                _queue.Consume(part.Length);
            }
        }
    }

    [Fact]
    public void An_empty_queue_holds_no_buffer()
    {
        _queue.Write(new byte[100_000]);
        Assert.Equal(4, _pool.Lent);
        Assert.Equal(4, _queue.Segments);

        _queue.Consume(40_000);
        Assert.Equal(3, _pool.Lent);

        _queue.Clear();
        Assert.Equal(0, _pool.Lent);
        Assert.True(_queue.First.IsEmpty);
    }

    [Fact]
    public void Segments_cover_what_is_queued()
    {
        _queue.Write(new byte[70_000]);
        _queue.Consume(10);

        Assert.Equal(_queue.Length, Enumerable.Range(0, _queue.Segments).Sum(segment => (long)_queue.Segment(segment).Length));
    }

    [Fact]
    public void A_pool_lends_again_what_came_back()
    {
        var first = _pool.Rent();
        _pool.Return(first);

        Assert.Same(first, _pool.Rent());
    }
}
