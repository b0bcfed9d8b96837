namespace Conduit.Controller.Metrics;

/// <summary>Numbers in as few bytes as they need: seven bits each, the lowest first.</summary>
internal static class VariableLength
{
    /// <summary>Bytes that any number fits into.</summary>
    public const int Longest = 10;

    private const int Bits = 7;
    private const byte More = 0x80;

    /// <summary>Returns how many bytes were written.</summary>
    public static int Write(Span<byte> target, ulong value)
    {
        var length = 0;

        for (; value >= More; value >>= Bits)
        {
            target[length++] = (byte)(value | More);
        }

        target[length++] = (byte)value;
        return length;
    }

    /// <summary>Reads at <paramref name="position"/> and moves it past the number.</summary>
    public static ulong Read(ReadOnlySpan<byte> source, ref int position)
    {
        ulong value = 0;

        for (var shift = 0; ; shift += Bits)
        {
            var part = source[position++];
            value |= (ulong)(part & ~More) << shift;

            if (part < More)
            {
                return value;
            }
        }
    }
}
