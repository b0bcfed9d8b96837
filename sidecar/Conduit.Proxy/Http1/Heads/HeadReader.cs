namespace Conduit.Proxy.Http1.Heads;

/// <summary>Reads the heads that come on one connection, wherever their bytes lie and however they are cut.</summary>
internal sealed class HeadReader(Http1Options options)
{
    private int _scanned;

    /// <param name="bytes">From the head's first; those of an incomplete head come again with more.</param>
    /// <param name="fields">Where its fields go.</param>
    /// <param name="line">Its first line.</param>
    /// <param name="length">How many bytes it has.</param>
    public HeadResult ReadRequest(ReadOnlySpan<byte> bytes, FieldList fields, out RequestLine line, out int length)
    {
        line = default;
        var result = FindEnd(bytes, out length);

        return result == HeadResult.Complete
            && !(RequestLine.TryRead(bytes[..length], out line) && fields.TryRead(bytes[..length], line.End) && MessageRules.IsSound(line, fields))
            ? HeadResult.Malformed
            : result;
    }

    /// <inheritdoc cref="ReadRequest"/>
    public HeadResult ReadResponse(ReadOnlySpan<byte> bytes, FieldList fields, out StatusLine line, out int length)
    {
        line = default;
        var result = FindEnd(bytes, out length);

        return result == HeadResult.Complete
            && !(StatusLine.TryRead(bytes[..length], out line) && fields.TryRead(bytes[..length], line.End) && MessageRules.IsSound(line, fields))
            ? HeadResult.Malformed
            : result;
    }

    private HeadResult FindEnd(ReadOnlySpan<byte> bytes, out int length)
    {
        length = HeadEnd.Find(bytes, _scanned);
        _scanned = 0;

        if (length == HeadEnd.Bare)
        {
            return HeadResult.Malformed;
        }

        if (length > options.MaxHeadLength || (length == HeadEnd.Missing && bytes.Length >= options.MaxHeadLength))
        {
            return HeadResult.TooLarge;
        }

        if (length == HeadEnd.Missing)
        {
            _scanned = bytes.Length;
            return HeadResult.Incomplete;
        }

        return HeadResult.Complete;
    }
}
