using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Conduit.Proxy.Tests.Http1.Heads;

namespace Conduit.Proxy.Tests.Http1.Bodies;

/// <summary>The chunked coding as RFC 9112 §7.1 has it, in expressions: what a scanner of chunks must come to as well.</summary>
internal static partial class ChunkGrammar
{
    private static readonly BigInteger MostSize = BigInteger.One << 56;

    /// <summary>Where a body ends that begins the text; null where none does.</summary>
    public static int? EndOf(string text)
    {
        for (var at = 0; SizeLine().Match(text, at) is { Success: true } line;)
        {
            var size = BigInteger.Parse("0" + line.Groups["size"].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            at = line.Index + line.Length;

            if (size.IsZero)
            {
                return Trailers().Match(text, at) is { Success: true } trailers ? at + trailers.Length : null;
            }

            if (size > MostSize || at + size + 2 > text.Length || text[at + (int)size] != '\r' || text[at + (int)size + 1] != '\n')
            {
                return null;
            }

            at += (int)size + 2;
        }

        return null;
    }

    [GeneratedRegex($@"\G(?<size>[0-9A-Fa-f]+)[ \t]*(?:;{HeadGrammar.Text})?\r\n", RegexOptions.CultureInvariant)]
    private static partial Regex SizeLine();

    [GeneratedRegex($@"\G(?:{HeadGrammar.Token}:{HeadGrammar.Text}\r\n)*\r\n", RegexOptions.CultureInvariant)]
    private static partial Regex Trailers();
}
