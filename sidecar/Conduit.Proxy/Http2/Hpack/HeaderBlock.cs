namespace Conduit.Proxy.Http2.Hpack;

/// <summary>The fields of one header section in their order, their bytes in one array. Reused; grows to the largest section it met.</summary>
internal sealed class HeaderBlock
{
    /// <summary>What every field counts above its bytes (RFC 7541 §4.1, RFC 9113 §6.5.2).</summary>
    public const int EntryOverhead = 32;

    private byte[] _bytes = new byte[1024];
    private HeaderEntry[] _entries = new HeaderEntry[16];
    private int _length;

    public int Count { get; private set; }

    /// <summary>The section's size as peers count it.</summary>
    public int Size => _length + (Count * EntryOverhead);

    public int Length => _length;

    public ref HeaderEntry this[int index] => ref _entries[index];

    public ReadOnlySpan<byte> Name(int index) => _bytes.AsSpan(_entries[index].Offset, _entries[index].NameLength);

    public ReadOnlySpan<byte> Value(int index) =>
        _bytes.AsSpan(_entries[index].Offset + _entries[index].NameLength, _entries[index].ValueLength);

    public void Clear()
    {
        _length = 0;
        Count = 0;
    }

    /// <summary>Adds a field whose meaning is known already.</summary>
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, in HeaderEntry known)
    {
        Reserve(name.Length + value.Length);
        ref var entry = ref _entries[Count++];
        entry = known;
        entry.Offset = _length;
        entry.NameLength = name.Length;
        entry.ValueLength = value.Length;
        name.CopyTo(_bytes.AsSpan(_length));
        value.CopyTo(_bytes.AsSpan(_length + name.Length));
        _length += name.Length + value.Length;
    }

    /// <summary>Adds a field of our own making.</summary>
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => Add(name, value, new HeaderEntry
    {
        Hash = HeaderHash.Of(name, value),
        Kind = HeaderKinds.Classify(name, value),
        StaticName = StaticTable.FindName(name),
    });

    /// <summary>Gives a field another value; its name and its place stay.</summary>
    public void Replace(int index, ReadOnlySpan<byte> value)
    {
        ref var entry = ref _entries[index];
        Reserve(entry.NameLength + value.Length);
        Name(index).CopyTo(_bytes.AsSpan(_length));
        value.CopyTo(_bytes.AsSpan(_length + entry.NameLength));
        entry = ref _entries[index];
        entry.Offset = _length;
        entry.ValueLength = value.Length;
        entry.Hash = HeaderHash.Of(Name(index), value);
        _length += entry.Length;
    }

    /// <summary>The first field of a kind; −1 when there is none.</summary>
    public int Find(HeaderKind kind)
    {
        for (var index = 0; index < Count; index++)
        {
            if (_entries[index].Kind == kind)
            {
                return index;
            }
        }

        return -1;
    }

    public void CopyFrom(HeaderBlock other)
    {
        Clear();
        Reserve(other._length);

        if (_entries.Length < other.Count)
        {
            Array.Resize(ref _entries, other._entries.Length);
        }

        other._bytes.AsSpan(0, other._length).CopyTo(_bytes);
        other._entries.AsSpan(0, other.Count).CopyTo(_entries);
        _length = other._length;
        Count = other.Count;
    }

    private void Reserve(int bytes)
    {
        if (_length + bytes > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes));
        }

        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count * 2);
        }
    }
}
