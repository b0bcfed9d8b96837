using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Http2.Hpack;

namespace Conduit.Proxy.Http2.Routing;

/// <summary>Shows the fields of a header section to taps.</summary>
internal static class SeenFields
{
    public static SeenHeaders Of(HeaderBlock block)
    {
        var seen = new SeenHeadersBuilder();

        for (var field = 0; field < block.Count; field++)
        {
            // What begins with a colon is the request line's, which a tap shows by itself.
            if (block.Name(field) is [not (byte)':', ..] name)
            {
                seen.Add(name, block.Value(field));
            }
        }

        return seen.Build();
    }
}
