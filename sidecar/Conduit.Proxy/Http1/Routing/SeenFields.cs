using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Http1.Heads;

namespace Conduit.Proxy.Http1.Routing;

/// <summary>Shows the fields of a head to taps.</summary>
internal static class SeenFields
{
    public static SeenHeaders Of(ReadOnlySpan<byte> head, FieldList fields)
    {
        var seen = new SeenHeadersBuilder();

        for (var index = 0; index < fields.Count; index++)
        {
            var field = fields[index];
            seen.Add(field.Name(head), field.Value(head));
        }

        return seen.Build();
    }
}
