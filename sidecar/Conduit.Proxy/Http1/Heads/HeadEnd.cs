namespace Conduit.Proxy.Http1.Heads;

/// <summary>Finds where a head ends.</summary>
internal static class HeadEnd
{
    /// <summary>The head is not complete.</summary>
    public const int Missing = -1;

    /// <summary>A line ends without a carriage return, so the head is none.</summary>
    public const int Bare = -2;

    /// <param name="bytes">From the first of the head.</param>
    /// <param name="scanned">How many of them were looked at before.</param>
    /// <returns>Its length, the empty line included, or one of the constants.</returns>
    public static int Find(ReadOnlySpan<byte> bytes, int scanned)
    {
        // The end may have begun before.
        var from = Math.Max(0, scanned - 3);
        var end = bytes[from..].IndexOf("\r\n\r\n"u8);

        if (end >= 0)
        {
            return from + end + 4;
        }

        // Without a look at this, a client that ends its lines so would wait for ever.
        return HasBareLineFeed(bytes, scanned) ? Bare : Missing;
    }

    private static bool HasBareLineFeed(ReadOnlySpan<byte> bytes, int from)
    {
        while (bytes[from..].IndexOf((byte)'\n') is >= 0 and var next)
        {
            from += next;

            if (from == 0 || bytes[from - 1] != '\r')
            {
                return true;
            }

            from++;
        }

        return false;
    }
}
