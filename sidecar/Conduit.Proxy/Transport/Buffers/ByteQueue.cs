namespace Conduit.Proxy.Transport.Buffers;

/// <summary>Bytes in the order in which they came, in pooled arrays. Holds no array while it is empty.</summary>
internal sealed class ByteQueue(BufferPool pool)
{
    private byte[][] _buffers = new byte[2][];
    private int _head;
    private int _count;
    private int _start;
    private int _end;

    public long Length { get; private set; }

    public bool IsEmpty => Length == 0;

    /// <summary>Arrays in use.</summary>
    public int Segments => _count;

    /// <param name="index">0 is the oldest; below <see cref="Segments"/>.</param>
    public ReadOnlyMemory<byte> Segment(int index)
    {
        var start = index == 0 ? _start : 0;
        var end = index == _count - 1 ? _end : BufferPool.BufferLength;
        return At(index).AsMemory(start, end - start);
    }

    /// <summary>The oldest bytes that lie together; empty when there are none.</summary>
    public ReadOnlySpan<byte> First => _count == 0 ? default : Segment(0).Span;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;

        while (!bytes.IsEmpty)
        {
            var room = Room();
            var part = bytes[..Math.Min(bytes.Length, room.Length)];
            part.CopyTo(room);
            _end += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    /// <summary>Drops the oldest bytes.</summary>
    public void Consume(long count)
    {
        Length -= count;

        while (_count > 0)
        {
            var length = (_count == 1 ? _end : BufferPool.BufferLength) - _start;

            if (count < length)
            {
                _start += (int)count;
                return;
            }

            count -= length;
            ReturnFirst();
        }
    }

    public void Clear() => Consume(Length);

    private Span<byte> Room()
    {
        if (_count == 0 || _end == BufferPool.BufferLength)
        {
            Append();
        }

        return At(_count - 1).AsSpan(_end);
    }

    private void Append()
    {
        if (_count == _buffers.Length)
        {
            var larger = new byte[_count * 2][];

            for (var index = 0; index < _count; index++)
            {
                larger[index] = At(index);
            }

            _buffers = larger;
            _head = 0;
        }

        _start = _count == 0 ? 0 : _start;
        _buffers[(_head + _count++) & (_buffers.Length - 1)] = pool.Rent();
        _end = 0;
    }

    private void ReturnFirst()
    {
        pool.Return(_buffers[_head]);
        _buffers[_head] = null!;
        _head = (_head + 1) & (_buffers.Length - 1);
        _count--;
        _start = 0;
    }

    private byte[] At(int index) => _buffers[(_head + index) & (_buffers.Length - 1)];
}
