namespace Conduit.Proxy.Http2.Hpack;

/// <summary>
/// Finds a field in an encoder's dynamic table by its hash. Two places per hash, of which the older gives way: a miss costs a literal
/// on the wire and no more.
/// </summary>
internal sealed class EncoderIndex
{
    private const int Slots = 256;

    private ulong[] _hashes = [];
    private long[] _numbers = [];

    /// <returns>The entry's index in <paramref name="table"/>; −1 when it is not there.</returns>
    public int Find(DynamicTable table, in HeaderEntry wanted, ReadOnlySpan<byte> field)
    {
        if (_hashes.Length == 0)
        {
            return -1;
        }

        var slot = SlotOf(wanted.Hash);
        var index = _hashes[slot] == wanted.Hash ? Look(table, slot, wanted, field) : -1;
        return index < 0 && _hashes[slot ^ 1] == wanted.Hash ? Look(table, slot ^ 1, wanted, field) : index;
    }

    /// <summary>Remembers the entry that was inserted last.</summary>
    public void Remember(DynamicTable table, ulong hash)
    {
        if (_hashes.Length == 0)
        {
            _hashes = new ulong[Slots];
            _numbers = new long[Slots];
        }

        var slot = SlotOf(hash);
        slot = _numbers[slot] <= _numbers[slot ^ 1] ? slot : slot ^ 1;
        _hashes[slot] = hash;
        _numbers[slot] = table.Inserted;
    }

    private static int SlotOf(ulong hash) => (int)(hash % Slots);

    private int Look(DynamicTable table, int slot, in HeaderEntry wanted, ReadOnlySpan<byte> field)
    {
        var index = table.Inserted - _numbers[slot];

        if (_numbers[slot] == 0 || index >= table.Count)
        {
            return -1;
        }

        ref readonly var entry = ref table.Entry((int)index);
        return wanted.IsSame(entry, field, table.Field(entry)) ? (int)index : -1;
    }
}
