using System.Text;
using Conduit.Proxy.Http2.Hpack;

namespace Conduit.Proxy.Http2.Routing;

/// <summary>Values of header fields as strings. The same few methods, authorities and paths come again and again, so each is made once.</summary>
internal sealed class HeaderStrings
{
    private const int Slots = 1024;
    private const int LongestKept = 256;

    private readonly (ulong Hash, string Value)[] _known = new (ulong, string)[Slots];

    public string Get(HeaderBlock block, int field)
    {
        if (field < 0)
        {
            return "";
        }

        var value = block.Value(field);
        var hash = block[field].Hash;
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
