namespace Conduit.Proxy.Http2.Hpack;

/// <summary>
/// Encodes the header sections of one direction of one connection. Strings are not Huffman coded: it would cost more than the few
/// bytes are worth between two programs of one cluster, and repeated fields are one byte anyway.
/// </summary>
internal sealed class HpackEncoder(int tableSize)
{
    private const int LongestIndexed = 1024;

    private readonly DynamicTable _table = new(tableSize);
    private readonly EncoderIndex _index = new();
    private int _smallestSize = -1;
    private int _size = -1;

    public static int MaxEncodedLength(HeaderBlock block) => block.Length + (block.Count * 3 * HpackInteger.MaxLength) + (2 * HpackInteger.MaxLength);

    /// <summary>The peer's SETTINGS_HEADER_TABLE_SIZE; the next section tells it what came of it (RFC 7541 §4.2).</summary>
    public void Limit(uint peerTableSize)
    {
        var size = (int)Math.Min(peerTableSize, (uint)tableSize);

        if (size == _table.MaxSize && _size < 0)
        {
            return;
        }

        _smallestSize = _smallestSize < 0 ? size : Math.Min(_smallestSize, size);
        _size = size;
    }

    /// <param name="block">The section.</param>
    /// <param name="target">At least <see cref="MaxEncodedLength"/> bytes.</param>
    /// <param name="indexesPath">True when the path is one of few, as with gRPC, whose paths name methods.</param>
    /// <returns>The bytes written.</returns>
    public int Encode(HeaderBlock block, Span<byte> target, bool indexesPath)
    {
        var written = WriteSizes(target);

        for (var field = 0; field < block.Count; field++)
        {
            written += WriteField(target[written..], block, field, indexesPath);
        }

        return written;
    }

    private int WriteSizes(Span<byte> target)
    {
        if (_size < 0)
        {
            return 0;
        }

        var written = 0;

        if (_smallestSize < _size)
        {
            written = HpackInteger.Write(target, 5, 0x20, _smallestSize);
            _table.Resize(_smallestSize);
        }

        written += HpackInteger.Write(target[written..], 5, 0x20, _size);
        _table.Resize(_size);
        _size = -1;
        _smallestSize = -1;
        return written;
    }

    private int WriteField(Span<byte> target, HeaderBlock block, int field, bool indexesPath)
    {
        ref readonly var entry = ref block[field];
        var bytes = block.Field(field);

        if (entry.IsNeverIndexed)
        {
            return WriteLiteral(target, 4, 0x10, block, field);
        }

        var known = StaticTable.Find(entry, bytes);

        if (known == 0 && _index.Find(_table, entry, bytes) is >= 0 and var found)
        {
            known = StaticTable.Count + 1 + found;
        }

        if (known != 0)
        {
            return HpackInteger.Write(target, 7, 0x80, known);
        }

        if (!IsWorthIndexing(entry, indexesPath))
        {
            return WriteLiteral(target, 4, 0x00, block, field);
        }

        if (_table.Insert(bytes, entry))
        {
            _index.Remember(_table, entry.Hash);
        }

        return WriteLiteral(target, 6, 0x40, block, field);
    }

    private static bool IsWorthIndexing(in HeaderEntry entry, bool indexesPath) => entry.Length <= LongestIndexed && entry.Kind switch
    {
        HeaderKind.Path => indexesPath,
        HeaderKind.ContentLength or HeaderKind.Volatile or HeaderKind.Secret => false,
        _ => true,
    };

    private static int WriteLiteral(Span<byte> target, int prefixBits, int pattern, HeaderBlock block, int field)
    {
        var staticName = block[field].StaticName;
        var written = HpackInteger.Write(target, prefixBits, pattern, staticName);

        if (staticName == 0)
        {
            written += WriteString(target[written..], block.Name(field));
        }

        return written + WriteString(target[written..], block.Value(field));
    }

    private static int WriteString(Span<byte> target, ReadOnlySpan<byte> value)
    {
        var written = HpackInteger.Write(target, 7, 0x00, value.Length);
        value.CopyTo(target[written..]);
        return written + value.Length;
    }
}
