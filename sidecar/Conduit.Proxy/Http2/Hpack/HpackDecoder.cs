using Conduit.Proxy.Http2.Hpack.Huffman;

namespace Conduit.Proxy.Http2.Hpack;

/// <summary>Decodes the header sections of one direction of one connection (RFC 7541). Sections must come in the order of the wire, all of them.</summary>
internal sealed class HpackDecoder(HpackLimits limits)
{
    private readonly DynamicTable _table = new(limits.TableSize);
    private bool _isTooLarge;

    /// <summary>The dynamic table's size.</summary>
    public int TableSize => _table.Size;

    /// <param name="source">A whole field block.</param>
    /// <param name="target">Is cleared, then holds the fields; only complete when the result is <see cref="HpackResult.Decoded"/>.</param>
    /// <param name="scratch">Room for the strings, shared by all decoders of a loop.</param>
    public HpackResult Decode(ReadOnlySpan<byte> source, HeaderBlock target, HpackScratch scratch)
    {
        target.Clear();
        _isTooLarge = false;
        var mayResize = true;

        while (!source.IsEmpty)
        {
            var first = source[0];
            var isResize = (first & 0xE0) == 0x20;

            // A change of the table's size may only stand at a section's beginning (RFC 7541 §4.2).
            var isValid = isResize
                ? mayResize && TryResize(ref source)
                : first >= 0x80 ? TryReadIndexed(ref source, target) : TryReadLiteral(ref source, target, scratch);

            if (!isValid)
            {
                return HpackResult.Broken;
            }

            mayResize &= isResize;
        }

        return _isTooLarge ? HpackResult.TooLarge : HpackResult.Decoded;
    }

    private bool TryResize(ref ReadOnlySpan<byte> source)
    {
        if (!HpackInteger.TryRead(ref source, 5, out var size) || size > limits.TableSize)
        {
            return false;
        }

        _table.Resize(size);
        return true;
    }

    private bool TryReadIndexed(ref ReadOnlySpan<byte> source, HeaderBlock target)
    {
        if (!HpackInteger.TryRead(ref source, 7, out var index) || index == 0 || index > StaticTable.Count + _table.Count)
        {
            return false;
        }

        if (index <= StaticTable.Count)
        {
            Keep(target, StaticTable.Field(index), StaticTable.Entry(index));
        }
        else
        {
            ref readonly var entry = ref _table.Entry(index - StaticTable.Count - 1);
            Keep(target, _table.Field(entry), entry);
        }

        return true;
    }

    private bool TryReadLiteral(ref ReadOnlySpan<byte> source, HeaderBlock target, HpackScratch scratch)
    {
        var first = source[0];
        var isIndexed = first >= 0x40;

        if (!HpackInteger.TryRead(ref source, isIndexed ? 6 : 4, out var index) || index > StaticTable.Count + _table.Count)
        {
            return false;
        }

        scratch.Clear();

        if (!TryReadName(ref source, index, scratch, out var staticName) || !TryReadString(ref source, scratch, out var valueLength))
        {
            return false;
        }

        var field = scratch.Bytes;
        var entry = HeaderEntry.Of(field, field.Length - valueLength, staticName);
        entry.IsNeverIndexed = (first & 0xF0) == 0x10;

        if (isIndexed)
        {
            _table.Insert(field, entry);
        }

        Keep(target, field, entry);
        return true;
    }

    // The name is copied, because inserting the field may evict the entry that it is named after.
    private bool TryReadName(ref ReadOnlySpan<byte> source, int index, HpackScratch scratch, out byte staticName)
    {
        staticName = 0;

        if (index == 0)
        {
            var isValid = TryReadString(ref source, scratch, out _);
            staticName = StaticTable.FindName(scratch.Bytes);
            return isValid;
        }

        if (index <= StaticTable.Count)
        {
            staticName = (byte)index;
            scratch.Append(StaticTable.Name(index));
            return true;
        }

        ref readonly var entry = ref _table.Entry(index - StaticTable.Count - 1);
        staticName = entry.StaticName;
        scratch.Append(_table.Name(entry));
        return true;
    }

    private static bool TryReadString(ref ReadOnlySpan<byte> source, HpackScratch scratch, out int length)
    {
        length = 0;
        var isHuffman = !source.IsEmpty && source[0] >= 0x80;

        if (!HpackInteger.TryRead(ref source, 7, out var encodedLength) || encodedLength > source.Length)
        {
            return false;
        }

        var encoded = source[..encodedLength];
        source = source[encodedLength..];

        if (isHuffman)
        {
            length = HuffmanDecoder.Decode(encoded, scratch.Reserve(HuffmanDecoder.MaxDecodedLength(encodedLength)));
            scratch.Advance(Math.Max(length, 0));
            return length >= 0;
        }

        length = encodedLength;
        scratch.Append(encoded);
        return true;
    }

    private void Keep(HeaderBlock target, ReadOnlySpan<byte> field, in HeaderEntry entry)
    {
        // A few bytes can refer to an entry of kilobytes again and again, so what is too much is not even kept.
        _isTooLarge |= target.Size + entry.Size > limits.SectionSize;

        if (!_isTooLarge)
        {
            target.Add(field, entry);
        }
    }
}
