using System.Runtime.CompilerServices;

namespace Conduit.Proxy.Http2.Hpack;

/// <summary>
/// The dynamic table of RFC 7541 §2.3.2: entries in a ring, their bytes one after the other in one array that is packed when its end
/// is reached. Takes memory with the first entry, since most idle connections never get one.
/// </summary>
internal sealed class DynamicTable(int maxSize)
{
    private HeaderEntry[] _ring = [];
    private byte[] _bytes = [];
    private int _newest;
    private int _end;

    public int Count { get; private set; }

    /// <summary>The sum of the entries' sizes.</summary>
    public int Size { get; private set; }

    public int MaxSize { get; private set; } = maxSize;

    /// <summary>Entries ever inserted; with it an entry keeps its number while its index grows.</summary>
    public long Inserted { get; private set; }

    /// <param name="index">0 is the newest.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly HeaderEntry Entry(int index) => ref _ring[(_newest + index) & (_ring.Length - 1)];

    public ReadOnlySpan<byte> Name(in HeaderEntry entry) => _bytes.AsSpan(entry.Offset, entry.NameLength);

    /// <summary>Name and value, one after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Field(in HeaderEntry entry) => _bytes.AsSpan(entry.Offset, entry.Length);

    public void Resize(int maxSize)
    {
        MaxSize = maxSize;
        Evict(room: 0);
    }

    /// <summary>Inserts a field; one larger than the table empties it and is not kept (RFC 7541 §4.4). The bytes may not be the table's own.</summary>
    /// <param name="field">Name and value, one after the other.</param>
    /// <param name="known">Its lengths and its meaning.</param>
    public bool Insert(ReadOnlySpan<byte> field, in HeaderEntry known)
    {
        Evict(known.Size);

        if (known.Size > MaxSize)
        {
            return false;
        }

        Reserve(field.Length);
        _newest = (_newest - 1) & (_ring.Length - 1);
        ref var entry = ref _ring[_newest];
        entry = known;
        entry.Offset = _end;
        field.CopyTo(_bytes.AsSpan(_end));
        _end += field.Length;
        Count++;
        Inserted++;
        Size += entry.Size;
        return true;
    }

    private void Evict(int room)
    {
        while (Count > 0 && Size + room > MaxSize)
        {
            Size -= Entry(Count - 1).Size;
            Count--;
        }
    }

    private void Reserve(int length)
    {
        // As many entries as fit when each has only its overhead; both lengths follow the largest limit there was.
        var slots = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(MaxSize / HeaderBlock.EntryOverhead, 1));

        if (_ring.Length < slots)
        {
            GrowRing(slots);
        }

        if (_bytes.Length < 2 * MaxSize)
        {
            Array.Resize(ref _bytes, 2 * MaxSize);
        }

        if (_end + length > _bytes.Length)
        {
            Pack();
        }
    }

    private void GrowRing(int slots)
    {
        var ring = new HeaderEntry[slots];

        for (var index = 0; index < Count; index++)
        {
            ring[index] = Entry(index);
        }

        _ring = ring;
        _newest = 0;
    }

    private void Pack()
    {
        var start = Count == 0 ? _end : Entry(Count - 1).Offset;
        _bytes.AsSpan(start, _end - start).CopyTo(_bytes);
        _end -= start;

        for (var index = 0; index < Count; index++)
        {
            _ring[(_newest + index) & (_ring.Length - 1)].Offset -= start;
        }
    }
}
