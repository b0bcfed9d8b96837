namespace Conduit.Proxy.Http2.Hpack;

/// <summary>What a header section may cost us.</summary>
internal sealed record HpackLimits
{
    public static HpackLimits Default { get; } = new();

    /// <summary>Bytes of a decoder's dynamic table at most; what SETTINGS_HEADER_TABLE_SIZE says.</summary>
    public int TableSize { get; init; } = 4096;

    /// <summary>A section's size at most, 32 bytes for each field included; what SETTINGS_MAX_HEADER_LIST_SIZE says.</summary>
    public int SectionSize { get; init; } = 64 * 1024;
}
