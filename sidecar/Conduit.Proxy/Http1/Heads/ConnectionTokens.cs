using System.Text;

namespace Conduit.Proxy.Http1.Heads;

/// <summary>Reads lists of tokens that are separated by commas (RFC 9110 §5.6.1).</summary>
internal static class ConnectionTokens
{
    public static ConnectionOptions Read(ReadOnlySpan<byte> value)
    {
        var options = ConnectionOptions.None;

        while (!value.IsEmpty)
        {
            var token = Next(ref value);
            options |= token.IsEmpty ? ConnectionOptions.None
                : Ascii.EqualsIgnoreCase(token, "close"u8) ? ConnectionOptions.Close
                : Ascii.EqualsIgnoreCase(token, "keep-alive"u8) ? ConnectionOptions.KeepAlive
                : Ascii.EqualsIgnoreCase(token, "upgrade"u8) ? ConnectionOptions.Upgrade
                : ConnectionOptions.Named;
        }

        return options;
    }

    public static bool Contains(ReadOnlySpan<byte> value, ReadOnlySpan<byte> token)
    {
        while (!value.IsEmpty)
        {
            if (Ascii.EqualsIgnoreCase(Next(ref value), token))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes the first element off the list; it may be empty.</summary>
    public static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> value)
    {
        var comma = value.IndexOf((byte)',');
        var token = comma < 0 ? value : value[..comma];
        value = comma < 0 ? default : value[(comma + 1)..];
        return token.Trim(" \t"u8);
    }
}
