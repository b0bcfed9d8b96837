namespace Conduit.Proxy.Http1.Heads;

/// <summary>Where in its head a field stands.</summary>
/// <param name="Start">The first byte of its name.</param>
/// <param name="NameLength">Bytes of its name; a colon follows, in a response perhaps after white space.</param>
/// <param name="ValueStart">The first byte that is no white space.</param>
/// <param name="ValueLength">Bytes without white space at the end.</param>
/// <param name="End">Where the next line begins.</param>
/// <param name="Kind">What it means to a relay.</param>
internal readonly record struct HeadField(int Start, int NameLength, int ValueStart, int ValueLength, int End, FieldKind Kind)
{
    public ReadOnlySpan<byte> Name(ReadOnlySpan<byte> head) => head.Slice(Start, NameLength);

    public ReadOnlySpan<byte> Value(ReadOnlySpan<byte> head) => head.Slice(ValueStart, ValueLength);
}
