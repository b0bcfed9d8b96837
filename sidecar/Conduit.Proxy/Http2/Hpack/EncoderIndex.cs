namespace Conduit.Proxy.Http2.Hpack;

/// <summary>
/// Finds a field in an encoder's dynamic table by its hash. Two places per hash, of which the older gives way: a miss costs a literal
/// on the wire and no more.
/// </summary>
internal sealed class EncoderIndex
{
    private const int Slots = 256;

    private Place[] _places = [];

    /// <returns>The entry's index in <paramref name="table"/>; −1 when it is not there.</returns>
    public int Find(DynamicTable table, in HeaderEntry wanted, ReadOnlySpan<byte> field)
    {
        if (_places.Length == 0)
        {
            return -1;
        }

        var slot = SlotOf(wanted.Hash);
        var index = Look(table, slot, wanted, field);
        return index >= 0 ? index : Look(table, slot ^ 1, wanted, field);
    }

    /// <summary>Remembers the entry that was inserted last.</summary>
    public void Remember(DynamicTable table, ulong hash)
    {
        if (_places.Length == 0)
        {
            _places = new Place[Slots];
        }

        var slot = SlotOf(hash);
        slot = _places[slot].Number <= _places[slot ^ 1].Number ? slot : slot ^ 1;
        _places[slot] = new Place(hash, table.Inserted);
    }

    private static int SlotOf(ulong hash) => (int)(hash % Slots);

    private int Look(DynamicTable table, int slot, in HeaderEntry wanted, ReadOnlySpan<byte> field)
    {
        ref readonly var place = ref _places[slot];
        var index = table.Inserted - place.Number;

        if (place.Hash != wanted.Hash || place.Number == 0 || index >= table.Count)
        {
            return -1;
        }

        ref readonly var entry = ref table.Entry((int)index);
        return wanted.IsSame(entry, field, table.Field(entry)) ? (int)index : -1;
    }

    // Number 0 is nobody's.
    private readonly record struct Place(ulong Hash, long Number);
}
