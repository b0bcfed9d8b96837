using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Conduit.Proxy.Http2.Hpack;

/// <summary>A hash of a whole field, kept beside it so that re-encoding an indexed field is one look-up and one comparison.</summary>
internal static class HeaderHash
{
    private const ulong Seed = 0x9E37_79B9_7F4A_7C15;
    private const ulong Factor = 0xD6E8_FEB8_6659_FD93;

    /// <param name="field">Name and value, one after the other.</param>
    /// <param name="nameLength">Where the value begins.</param>
    public static ulong Of(ReadOnlySpan<byte> field, int nameLength)
    {
        // The lengths first, or bytes moved between name and value would not change the hash.
        var hash = Mix(Seed ^ ((ulong)field.Length << 32) ^ (ulong)nameLength);

        while (field.Length >= sizeof(ulong))
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(field));
            field = field[sizeof(ulong)..];
        }

        ulong rest = 0;

        foreach (var value in field)
        {
            rest = (rest << 8) | value;
        }

        return Mix(hash ^ rest);
    }

    // The upper half of a product depends on all bits, the lower does not. A product of 128 bits would mix better, but the instruction for it
    // is not on every machine.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong value)
    {
        var product = value * Factor;
        return product ^ (product >> 32);
    }
}
