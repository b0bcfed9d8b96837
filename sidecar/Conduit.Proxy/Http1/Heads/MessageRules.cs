namespace Conduit.Proxy.Http1.Heads;

/// <summary>What makes a head one that nobody should act on, though each of its lines is well formed.</summary>
internal static class MessageRules
{
    /// <summary>Two readers must not come to see another host, another field or another end of a request (RFC 9112 §3.2, §5.1, §6.1, §6.3, §11.2).</summary>
    public static bool IsSound(in RequestLine line, FieldList fields)
    {
        if (fields.HasUnsoundHost || fields.HasSpacedNames)
        {
            return false;
        }

        if (line.Form == TargetForm.Authority)
        {
            return !fields.HasTransferEncoding && fields.ContentLength < 0;
        }

        return !fields.HasTransferEncoding || (line.Minor == 1 && fields.IsChunked && fields.ContentLength < 0);
    }

    /// <summary>
    /// Responses are let more: white space before a colon is taken out, a host means nothing, with both fields the coding wins and the length
    /// goes, and without chunked they last until the end.
    /// </summary>
    public static bool IsSound(in StatusLine line, FieldList fields) => !fields.HasTransferEncoding || line.Minor == 1;
}
