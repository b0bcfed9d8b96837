using System.Buffers;

namespace Conduit.Proxy.Http1.Connections;

/// <summary>Bytes that came and cannot be used yet. Holds no memory while it is empty, which is nearly always.</summary>
internal sealed class InputStash
{
    private const int Shortest = 4096;

    private byte[] _bytes = [];
    private int _start;
    private int _end;

    public bool IsEmpty => _start == _end;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(_start, _end - _start);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return;
        }

        if (_end + bytes.Length > _bytes.Length)
        {
            MakeRoom(bytes.Length);
        }

        bytes.CopyTo(_bytes.AsSpan(_end));
        _end += bytes.Length;
    }

    public void Consume(int count)
    {
        _start += count;

        if (_start == _end)
        {
            Clear();
        }
    }

    public void Clear()
    {
        _start = _end = 0;

        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }
    }

    private void MakeRoom(int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Shortest, (_end - _start) + more));
        var length = Bytes.Length;
        Bytes.CopyTo(larger);
        Clear();
        (_bytes, _end) = (larger, length);
    }
}
