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

    /// <summary>Name and value, one after the other.</summary>
    public ReadOnlySpan<byte> Field(int index) => _bytes.AsSpan(_entries[index].Offset, _entries[index].Length);

    public ReadOnlySpan<byte> Name(int index) => _bytes.AsSpan(_entries[index].Offset, _entries[index].NameLength);

    public ReadOnlySpan<byte> Value(int index) =>
        _bytes.AsSpan(_entries[index].Offset + _entries[index].NameLength, _entries[index].ValueLength);

    public void Clear()
    {
        _length = 0;
        Count = 0;
    }

    /// <summary>Adds a field whose meaning is known already.</summary>
    /// <param name="field">Name and value, one after the other.</param>
    /// <param name="known">Its lengths and its meaning.</param>
    public void Add(ReadOnlySpan<byte> field, in HeaderEntry known)
    {
        Reserve(field.Length);
        field.CopyTo(_bytes.AsSpan(_length));
        Append(known);
    }

    /// <summary>Adds a field of our own making.</summary>
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Reserve(name.Length + value.Length);
        var field = _bytes.AsSpan(_length, name.Length + value.Length);
        name.CopyTo(field);
        value.CopyTo(field[name.Length..]);
        Append(HeaderEntry.Of(field, name.Length, StaticTable.FindName(name)));
    }

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
        entry.Hash = HeaderHash.Of(Field(index), entry.NameLength);
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

    // Its bytes are there already.
    private void Append(in HeaderEntry known)
    {
        ref var entry = ref _entries[Count++];
        entry = known;
        entry.Offset = _length;
        _length += known.Length;
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
