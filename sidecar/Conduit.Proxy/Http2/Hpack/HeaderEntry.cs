namespace Conduit.Proxy.Http2.Hpack;

/// <summary>Where a field's bytes are (value right after name) and what was learnt of it when it was first seen.</summary>
internal struct HeaderEntry
{
    public int Offset;
    public int NameLength;
    public int ValueLength;
    public ulong Hash;
    public HeaderKind Kind;

    /// <summary>An entry of the static table with the same name; 0 when there is none.</summary>
    public byte StaticName;

    /// <summary>True when no table may ever hold it, ours towards the next hop included (RFC 7541 §6.2.3).</summary>
    public bool IsNeverIndexed;

    public readonly int Length => NameLength + ValueLength;

    /// <summary>Its size as RFC 7541 §4.1 counts.</summary>
    public readonly int Size => NameLength + ValueLength + HeaderBlock.EntryOverhead;
}
