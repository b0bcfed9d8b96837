using System.Globalization;
using System.Text.RegularExpressions;
using Conduit.Proxy.Http1;
using Conduit.Proxy.Http1.Heads;

namespace Conduit.Proxy.Tests.Http1.Heads;

/// <summary>
/// What RFC 9112 says of every head, in expressions and not in code, slow and by itself: what a reader of heads must come to as well. Text
/// is Latin-1, so that every byte is a character.
/// </summary>
internal static partial class HeadGrammar
{
    /// <summary>RFC 9110 §5.6.2.</summary>
    public const string Token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    /// <summary>What may stand in a field's value and in a quoted string (RFC 9110 §5.5).</summary>
    public const string Text = @"[\t\x20-\x7e\x80-\xff]*";

    private const string End = "\r\n\r\n";

    /// <summary>What a reader with these limits must say of the beginning of a text.</summary>
    /// <param name="text">What came so far.</param>
    /// <param name="options">The limits.</param>
    /// <param name="first">The expression of a first line and its fields, whose names and values are groups of these names.</param>
    /// <param name="isSound">What the expression does not say.</param>
    public static HeadResult Judge(string text, Http1Options options, Regex first, Func<Match, bool> isSound)
    {
        var end = text.IndexOf(End, StringComparison.Ordinal);

        if (end < 0)
        {
            // Nothing that follows could make it a head any more.
            return BareLineFeed().IsMatch(text) ? HeadResult.Malformed : text.Length < options.MaxHeadLength ? HeadResult.Incomplete : HeadResult.TooLarge;
        }

        if (end + End.Length > options.MaxHeadLength)
        {
            return HeadResult.TooLarge;
        }

        var head = first.Match(text[..(end + End.Length)]);
        var isHead = head.Success && head.Groups["name"].Captures.Count <= options.MaxFields && HasOneLength(head) && isSound(head);
        return isHead ? HeadResult.Complete : HeadResult.Malformed;
    }

    public static List<string> Values(Match head, string field) =>
    [
        .. head.Groups["name"].Captures.Zip(head.Groups["value"].Captures)
            .Where(pair => pair.First.Value.Equals(field, StringComparison.OrdinalIgnoreCase))
            .Select(pair => pair.Second.Value.Trim(' ', '\t')),
    ];

    public static List<string> Codings(Match head) =>
        Values(head, "Transfer-Encoding").SelectMany(value => value.Split(',')).Select(coding => coding.Trim(' ', '\t')).ToList();

    /// <summary>The place of the first that is chunked; −1 where none is.</summary>
    public static int ChunkedIn(List<string> codings) => codings.FindIndex(coding => coding.Equals("chunked", StringComparison.OrdinalIgnoreCase));

    // §6.3: the same again may be taken for one.
    private static bool HasOneLength(Match head)
    {
        var lengths = Values(head, "Content-Length");
        return lengths.TrueForAll(Length().IsMatch) && lengths.Select(digits => long.Parse(digits, CultureInfo.InvariantCulture)).Distinct().Count() <= 1;
    }

    [GeneratedRegex(@"(?<!\r)\n", RegexOptions.CultureInvariant)]
    private static partial Regex BareLineFeed();

    [GeneratedRegex(@"\A[0-9]{1,18}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Length();
}
