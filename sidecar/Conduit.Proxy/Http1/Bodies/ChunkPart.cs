namespace Conduit.Proxy.Http1.Bodies;

/// <summary>Where in a chunked body the next byte stands.</summary>
internal enum ChunkPart : byte
{
    SizeStart,
    Size,

    /// <summary>White space after the size; an extension or the line's end may follow.</summary>
    SizeSpace,
    Extension,
    SizeLineFeed,
    Data,
    DataReturn,
    DataLineFeed,
    TrailerStart,
    TrailerName,
    TrailerValue,
    TrailerLineFeed,
    EndLineFeed,
}
