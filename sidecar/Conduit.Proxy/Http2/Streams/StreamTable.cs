using System.Numerics;

namespace Conduit.Proxy.Http2.Streams;

/// <summary>
/// A connection's open streams by their number. Numbers that follow each other are put far apart, so that closing the gap which one
/// leaves moves few others.
/// </summary>
internal sealed class StreamTable
{
    private const uint GoldenRatio = 0x9E37_79B9;

    private int[] _ids = [];
    private RelayedStream?[] _streams = [];
    private int _shift;

    public int Count { get; private set; }

    public RelayedStream? Find(int id)
    {
        if (Count == 0)
        {
            return null;
        }

        for (var slot = Home(id); _ids[slot] != 0; slot = After(slot))
        {
            if (_ids[slot] == id)
            {
                return _streams[slot];
            }
        }

        return null;
    }

    public void Add(int id, RelayedStream stream)
    {
        if ((Count + 1) * 2 > _ids.Length)
        {
            Grow();
        }

        Place(id, stream);
        Count++;
    }

    public void Remove(int id)
    {
        if (Count == 0)
        {
            return;
        }

        var slot = Home(id);

        while (_ids[slot] != id)
        {
            if (_ids[slot] == 0)
            {
                return;
            }

            slot = After(slot);
        }

        Count--;
        CloseGap(slot);
    }

    /// <summary>A copy, since whoever walks over the streams usually ends them.</summary>
    public RelayedStream[] ToArray() => [.. _streams.Where(stream => stream is not null).Select(stream => stream!)];

    private int Home(int id) => (int)((uint)(id >> 1) * GoldenRatio >> _shift);

    private int After(int slot) => (slot + 1) & (_ids.Length - 1);

    private void Place(int id, RelayedStream? stream)
    {
        var slot = Home(id);

        while (_ids[slot] != 0)
        {
            slot = After(slot);
        }

        _ids[slot] = id;
        _streams[slot] = stream;
    }

    // What was placed behind the gap because its home was taken moves forward, or it would not be found again.
    private void CloseGap(int gap)
    {
        var mask = _ids.Length - 1;

        for (var slot = After(gap); _ids[slot] != 0; slot = After(slot))
        {
            if (((slot - Home(_ids[slot])) & mask) >= ((slot - gap) & mask))
            {
                _ids[gap] = _ids[slot];
                _streams[gap] = _streams[slot];
                gap = slot;
            }
        }

        _ids[gap] = 0;
        _streams[gap] = null;
    }

    private void Grow()
    {
        var (ids, streams) = (_ids, _streams);
        _ids = new int[Math.Max(ids.Length * 2, 16)];
        _streams = new RelayedStream?[_ids.Length];
        _shift = 32 - BitOperations.Log2((uint)_ids.Length);

        for (var slot = 0; slot < ids.Length; slot++)
        {
            if (ids[slot] != 0)
            {
                Place(ids[slot], streams[slot]);
            }
        }
    }
}
