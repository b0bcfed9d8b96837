namespace Conduit.Proxy.Http2.Hpack;

/// <summary>Where a field's bytes are (value right after name) and what was learnt of it when it was first seen.</summary>
internal struct HeaderEntry
{
    public ulong Hash;
    public int Offset;
    public int NameLength;
    public int ValueLength;
    public HeaderKind Kind;

    /// <summary>An entry of the static table with the same name; 0 when there is none.</summary>
    public byte StaticName;

    /// <summary>True when no table may ever hold it, ours towards the next hop included (RFC 7541 §6.2.3).</summary>
    public bool IsNeverIndexed;

    public readonly int Length => NameLength + ValueLength;

    /// <summary>Its size as RFC 7541 §4.1 counts.</summary>
    public readonly int Size => NameLength + ValueLength + HeaderBlock.EntryOverhead;

    /// <summary>Looks at a field for the first time.</summary>
    /// <param name="field">Name and value, one after the other.</param>
    /// <param name="nameLength">Where the value begins.</param>
    /// <param name="staticName">An entry of the static table with the same name; 0 when there is none.</param>
    public static HeaderEntry Of(ReadOnlySpan<byte> field, int nameLength, byte staticName) => new()
    {
        Hash = HeaderHash.Of(field, nameLength),
        NameLength = nameLength,
        ValueLength = field.Length - nameLength,
        Kind = HeaderKinds.Classify(field[..nameLength], field[nameLength..]),
        StaticName = staticName,
    };

    /// <summary>True when it is the same field as another, whose bytes are given with its own.</summary>
    public readonly bool IsSame(in HeaderEntry other, ReadOnlySpan<byte> field, ReadOnlySpan<byte> otherField) =>
        Hash == other.Hash && NameLength == other.NameLength && field.SequenceEqual(otherField);
}
