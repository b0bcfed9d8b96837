using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Conduit.Proxy.Http2.Hpack;

/// <summary>A hash of a whole field, kept beside it so that re-encoding an indexed field is one look-up and one comparison.</summary>
internal static class HeaderHash
{
    private const ulong Seed = 0x9E37_79B9_7F4A_7C15;
    private const ulong Factor = 0xD6E8_FEB8_6659_FD93;

    public static ulong Of(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => Add(value, Add(name, Seed));

    private static ulong Add(ReadOnlySpan<byte> bytes, ulong hash)
    {
        // The length first, or bytes moved between name and value would not change the hash.
        hash = Mix(hash ^ (ulong)bytes.Length);

        while (bytes.Length >= sizeof(ulong))
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        ulong rest = 0;

        foreach (var value in bytes)
        {
            rest = (rest << 8) | value;
        }

        return Mix(hash ^ rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, Factor, out var low);
        return high ^ low;
    }
}
