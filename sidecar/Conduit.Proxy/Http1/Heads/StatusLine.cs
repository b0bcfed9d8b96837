namespace Conduit.Proxy.Http1.Heads;

/// <summary>The first line of a response, by places in its head.</summary>
/// <param name="Minor">The version's: 0 or 1.</param>
/// <param name="Status">100 to 999.</param>
/// <param name="End">Where the next line begins.</param>
internal readonly record struct StatusLine(int Minor, int Status, int End)
{
    private const int StatusStart = 9;
    private const int StatusEnd = StatusStart + 3;

    /// <summary>False when the line is malformed. A missing reason is fine, with its space or without (RFC 9112 §4).</summary>
    public static bool TryRead(ReadOnlySpan<byte> head, out StatusLine line)
    {
        line = default;
        var end = head.IndexOf((byte)'\n') + 1;

        if (end < StatusEnd + 2
            || head[end - 2] != '\r'
            || !head.StartsWith("HTTP/1."u8)
            || head[7] is not ((byte)'0' or (byte)'1')
            || head[8] != ' '
            || !HeadRules.TryReadLength(head[StatusStart..StatusEnd], out var status)
            || status < 100)
        {
            return false;
        }

        var reason = head[StatusEnd..(end - 2)];
        line = new StatusLine(head[7] - '0', (int)status, end);
        return reason.IsEmpty || (reason[0] == ' ' && HeadRules.IsText(reason));
    }
}
