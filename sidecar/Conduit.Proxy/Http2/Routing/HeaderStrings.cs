using System.Text;
using Conduit.Proxy.Http2.Hpack;

namespace Conduit.Proxy.Http2.Routing;

/// <summary>Values of header fields as strings. The same few methods, authorities and paths come again and again, so each is made once.</summary>
internal sealed class HeaderStrings
{
    private const int Slots = 1024;
    private const int LongestKept = 256;

    private readonly (ulong Hash, string Value)[] _known = new (ulong, string)[Slots];

    public string Get(HeaderBlock block, int field) => field < 0 ? "" : Get(block.Value(field), block[field].Hash);

    /// <param name="value">The bytes.</param>
    /// <param name="hash">Of the value, and of what else the caller likes, as long as it is always the same.</param>
    public string Get(ReadOnlySpan<byte> value, ulong hash)
    {
        if (value.IsEmpty)
        {
            return "";
        }

        ref var known = ref _known[hash % Slots];

        if (known.Value is not null && known.Hash == hash && Ascii.Equals(value, known.Value))
        {
            return known.Value;
        }

        var made = Encoding.Latin1.GetString(value);

        if (value.Length <= LongestKept)
        {
            known = (hash, made);
        }

        return made;
    }
}
