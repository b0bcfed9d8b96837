using System.Buffers;

namespace Conduit.Proxy.Http1.Heads;

/// <summary>Which bytes may stand where in a head (RFC 9110 §5, RFC 9112 §2 and §3).</summary>
internal static class HeadRules
{
    private const int LongestNumber = 18;

    private static readonly SearchValues<byte> TokenBytes =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    // Everything but control characters, of which a tab is none here. Bytes above 127 are opaque.
    private static readonly SearchValues<byte> TextBytes =
        SearchValues.Create([(byte)'\t', .. Enumerable.Range(' ', 256 - ' ').Where(value => value != 127).Select(value => (byte)value)]);

    // A target has no white space either.
    private static readonly SearchValues<byte> TargetBytes =
        SearchValues.Create([.. Enumerable.Range('!', 256 - '!').Where(value => value != 127).Select(value => (byte)value)]);

    private static readonly SearchValues<byte> AuthorityBytes =
        SearchValues.Create("!$%&'*+-.:;=[]_~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    public static bool IsToken(ReadOnlySpan<byte> bytes) => !bytes.IsEmpty && !bytes.ContainsAnyExcept(TokenBytes);

    public static bool IsText(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExcept(TextBytes);

    public static bool IsTarget(ReadOnlySpan<byte> bytes) => !bytes.IsEmpty && !bytes.ContainsAnyExcept(TargetBytes);

    /// <summary>Host and port as they stand in <c>Host</c> or a target; may be empty.</summary>
    public static bool IsAuthority(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExcept(AuthorityBytes);

    /// <summary>How many bytes a token at the beginning has.</summary>
    public static int TokenLength(ReadOnlySpan<byte> bytes)
    {
        var length = bytes.IndexOfAnyExcept(TokenBytes);
        return length < 0 ? bytes.Length : length;
    }

    /// <summary>Digits only; false for anything else, and beyond what any message has.</summary>
    public static bool TryReadLength(ReadOnlySpan<byte> digits, out long length)
    {
        length = 0;

        if (digits.IsEmpty || digits.Length > LongestNumber)
        {
            return false;
        }

        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            length = (length * 10) + digit - '0';
        }

        return true;
    }
}
