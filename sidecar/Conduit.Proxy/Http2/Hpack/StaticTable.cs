using System.Text;

namespace Conduit.Proxy.Http2.Hpack;

/// <summary>The static table of RFC 7541, appendix A. Indices start at 1.</summary>
internal static class StaticTable
{
    public const int Count = 61;

    private const int HashSlots = 256;

    private static readonly (string Name, string Value)[] Fields =
    [
        (":authority", ""),
        (":method", "GET"),
        (":method", "POST"),
        (":path", "/"),
        (":path", "/index.html"),
        (":scheme", "http"),
        (":scheme", "https"),
        (":status", "200"),
        (":status", "204"),
        (":status", "206"),
        (":status", "304"),
        (":status", "400"),
        (":status", "404"),
        (":status", "500"),
        ("accept-charset", ""),
        ("accept-encoding", "gzip, deflate"),
        ("accept-language", ""),
        ("accept-ranges", ""),
        ("accept", ""),
        ("access-control-allow-origin", ""),
        ("age", ""),
        ("allow", ""),
        ("authorization", ""),
        ("cache-control", ""),
        ("content-disposition", ""),
        ("content-encoding", ""),
        ("content-language", ""),
        ("content-length", ""),
        ("content-location", ""),
        ("content-range", ""),
        ("content-type", ""),
        ("cookie", ""),
        ("date", ""),
        ("etag", ""),
        ("expect", ""),
        ("expires", ""),
        ("from", ""),
        ("host", ""),
        ("if-match", ""),
        ("if-modified-since", ""),
        ("if-none-match", ""),
        ("if-range", ""),
        ("if-unmodified-since", ""),
        ("last-modified", ""),
        ("link", ""),
        ("location", ""),
        ("max-forwards", ""),
        ("proxy-authenticate", ""),
        ("proxy-authorization", ""),
        ("range", ""),
        ("referer", ""),
        ("refresh", ""),
        ("retry-after", ""),
        ("server", ""),
        ("set-cookie", ""),
        ("strict-transport-security", ""),
        ("transfer-encoding", ""),
        ("user-agent", ""),
        ("vary", ""),
        ("via", ""),
        ("www-authenticate", ""),
    ];

    private static readonly byte[][] FieldBytes = [.. Fields.Select(field => Encoding.ASCII.GetBytes(field.Name + field.Value))];
    private static readonly HeaderEntry[] Entries = [.. Enumerable.Range(1, Count).Select(Describe)];
    private static readonly byte[] Slots = BuildSlots();

    public static ReadOnlySpan<byte> Name(int index) => FieldBytes[index - 1].AsSpan(0, Entries[index - 1].NameLength);

    /// <summary>Name and value, one after the other.</summary>
    public static ReadOnlySpan<byte> Field(int index) => FieldBytes[index - 1];

    public static ref readonly HeaderEntry Entry(int index) => ref Entries[index - 1];

    /// <summary>The entry that equals the field; 0 when there is none.</summary>
    public static int Find(in HeaderEntry wanted, ReadOnlySpan<byte> field)
    {
        for (var slot = (int)(wanted.Hash % HashSlots); Slots[slot] != 0; slot = (slot + 1) % HashSlots)
        {
            int index = Slots[slot];

            if (wanted.IsSame(Entries[index - 1], field, FieldBytes[index - 1]))
            {
                return index;
            }
        }

        return 0;
    }

    /// <summary>The first entry with the name; 0 when there is none.</summary>
    public static byte FindName(ReadOnlySpan<byte> name)
    {
        for (var index = 1; index <= Count; index++)
        {
            if (name.SequenceEqual(Name(index)))
            {
                return (byte)index;
            }
        }

        return 0;
    }

    private static HeaderEntry Describe(int index) => HeaderEntry.Of(FieldBytes[index - 1], Fields[index - 1].Name.Length, (byte)index);

    private static byte[] BuildSlots()
    {
        var slots = new byte[HashSlots];

        for (var index = 1; index <= Count; index++)
        {
            var slot = (int)(Entries[index - 1].Hash % HashSlots);

            while (slots[slot] != 0)
            {
                slot = (slot + 1) % HashSlots;
            }

            slots[slot] = (byte)index;
        }

        return slots;
    }
}
