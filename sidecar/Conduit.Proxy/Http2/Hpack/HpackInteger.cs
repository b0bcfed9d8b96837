namespace Conduit.Proxy.Http2.Hpack;

/// <summary>Integers of RFC 7541 §5.1.</summary>
internal static class HpackInteger
{
    /// <summary>The most bytes that an integer below 2³¹ takes.</summary>
    public const int MaxLength = 6;

    // 4 continuation bytes carry 28 bits: beyond any length or index that could be meant.
    private const int LastShift = 21;

    /// <summary>Takes an integer from the front of <paramref name="source"/>; false when it is cut off or absurdly large.</summary>
    public static bool TryRead(ref ReadOnlySpan<byte> source, int prefixBits, out int value)
    {
        value = 0;

        if (source.IsEmpty)
        {
            return false;
        }

        var mask = (1 << prefixBits) - 1;
        value = source[0] & mask;
        source = source[1..];

        return value < mask || TryReadRest(ref source, ref value);
    }

    /// <summary>Writes <paramref name="value"/> behind the bits that <paramref name="pattern"/> sets above the prefix.</summary>
    /// <returns>The bytes written.</returns>
    public static int Write(Span<byte> target, int prefixBits, int pattern, int value)
    {
        var mask = (1 << prefixBits) - 1;

        if (value < mask)
        {
            target[0] = (byte)(pattern | value);
            return 1;
        }

        target[0] = (byte)(pattern | mask);
        value -= mask;
        var written = 1;

        for (; value >= 128; value >>= 7)
        {
            target[written++] = (byte)(value | 128);
        }

        target[written++] = (byte)value;
        return written;
    }

    private static bool TryReadRest(ref ReadOnlySpan<byte> source, ref int value)
    {
        for (var shift = 0; shift <= LastShift; shift += 7)
        {
            if (source.IsEmpty)
            {
                return false;
            }

            var next = source[0];
            source = source[1..];
            value += (next & 127) << shift;

            if (next < 128)
            {
                return true;
            }
        }

        return false;
    }
}
