using System.Buffers;
using System.Text;

namespace Conduit.Grpc.Headers;

/// <summary>The encoding of <c>grpc-message</c>: UTF-8, with all but printable ASCII and with '%' itself as %XX.</summary>
internal static class PercentEncoding
{
    private static readonly SearchValues<char> Literal = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Where(character => character != '%')]);

    public static string Encode(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Literal))
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 16);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            _ = Literal.Contains((char)value) ? encoded.Append((char)value) : encoded.Append('%').Append(value.ToString("X2", null));
        }

        return encoded.ToString();
    }

    /// <summary>Never fails: what is not a valid escape stays as it is, as the protocol asks.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var source = Encoding.UTF8.GetBytes(text);
        var decoded = new byte[source.Length];
        var length = 0;
        for (var index = 0; index < source.Length; index++)
        {
            var isEscape = source[index] == '%'
                && index + 2 < source.Length
                && char.IsAsciiHexDigit((char)source[index + 1])
                && char.IsAsciiHexDigit((char)source[index + 2]);
            decoded[length++] = isEscape ? Convert.FromHexString(source.AsSpan(index + 1, 2))[0] : source[index];
            index += isEscape ? 2 : 0;
        }

        return Encoding.UTF8.GetString(decoded, 0, length);
    }
}
