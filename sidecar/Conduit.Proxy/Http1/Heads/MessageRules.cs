namespace Conduit.Proxy.Http1.Heads;

/// <summary>What makes a head one that nobody should act on, though each of its lines is well formed.</summary>
internal static class MessageRules
{
    /// <summary>Two readers must not come to see the end of a request at different places (RFC 9112 §6.1, §6.3, §11.2).</summary>
    public static bool IsSound(in RequestLine line, FieldList fields)
    {
        if (line.Form == TargetForm.Authority)
        {
            return !fields.HasTransferEncoding && fields.ContentLength < 0;
        }

        return !fields.HasTransferEncoding || (line.Minor == 1 && fields.IsChunked && fields.ContentLength < 0);
    }

    /// <summary>Responses are let more: with both fields the coding wins and the length goes, and without chunked they last until the end.</summary>
    public static bool IsSound(in StatusLine line, FieldList fields) => !fields.HasTransferEncoding || line.Minor == 1;
}
