using Conduit.Proxy.Http1.Heads;

namespace Conduit.Proxy.Http1.Bodies;

/// <summary>Follows a body to its end without changing it.</summary>
internal struct BodyScanner
{
    private long _left;
    private ChunkScanner _chunks;

    private BodyScanner(BodyKind kind, long length)
    {
        Kind = kind;
        _left = length;
    }

    public BodyKind Kind { get; }

    /// <summary>A request without either field has no body; one that has both does not get here.</summary>
    public static BodyScanner OfRequest(FieldList fields) => fields.IsChunked ? new(BodyKind.Chunked, 0) : OfLength(Math.Max(0, fields.ContentLength));

    public static BodyScanner OfResponse(FieldList fields, bool isBodiless)
    {
        if (isBodiless)
        {
            return default;
        }

        return fields.IsChunked ? new(BodyKind.Chunked, 0)
            : fields.HasTransferEncoding || fields.ContentLength < 0 ? new(BodyKind.UntilClose, 0)
            : OfLength(fields.ContentLength);
    }

    /// <param name="bytes">What came.</param>
    /// <param name="taken">How many of them belong to the body.</param>
    /// <param name="content">How many of those are no framing.</param>
    public BodyProgress Take(ReadOnlySpan<byte> bytes, out int taken, out int content)
    {
        if (Kind == BodyKind.Chunked)
        {
            return _chunks.Take(bytes, out taken, out content);
        }

        taken = Kind == BodyKind.UntilClose ? bytes.Length : (int)Math.Min(_left, bytes.Length);
        content = taken;

        if (Kind == BodyKind.UntilClose)
        {
            return BodyProgress.More;
        }

        _left -= taken;
        return _left == 0 ? BodyProgress.Done : BodyProgress.More;
    }

    private static BodyScanner OfLength(long length) => length == 0 ? default : new(BodyKind.Length, length);
}
