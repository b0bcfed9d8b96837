using System.Globalization;
using System.Text.RegularExpressions;
using Conduit.Proxy.Http1;
using Conduit.Proxy.Http1.Heads;

namespace Conduit.Proxy.Tests.Http1.Heads;

/// <summary>
/// The grammar of a request's head as RFC 9112 has it, in expressions and not in code, slow and by itself: what a reader of heads must come
/// to as well. Text is Latin-1, so that every byte is a character.
/// </summary>
internal static partial class RequestGrammar
{
    /// <summary>RFC 9110 §5.6.2.</summary>
    public const string Token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    /// <summary>What may stand in a field's value and in a quoted string (RFC 9110 §5.5).</summary>
    public const string Text = @"[\t\x20-\x7e\x80-\xff]*";

    private const string Target = @"[\x21-\x7e\x80-\xff]+";
    private const string HostAndPort = @"[!$%&'*+.:;=\[\]_~0-9A-Za-z-]*";
    private const string End = "\r\n\r\n";

    public static HeadResult Judge(string text, Http1Options options)
    {
        var end = text.IndexOf(End, StringComparison.Ordinal);

        if (end < 0)
        {
            // Nothing that follows could make it a head any more.
            return BareLineFeed().IsMatch(text) ? HeadResult.Malformed : text.Length < options.MaxHeadLength ? HeadResult.Incomplete : HeadResult.TooLarge;
        }

        var head = text[..(end + End.Length)];
        return head.Length > options.MaxHeadLength ? HeadResult.TooLarge : IsRequest(head, options.MaxFields) ? HeadResult.Complete : HeadResult.Malformed;
    }

    private static bool IsRequest(string head, int mostFields)
    {
        var match = Request().Match(head);

        if (!match.Success || match.Groups["name"].Captures.Count > mostFields)
        {
            return false;
        }

        var isOld = match.Groups["minor"].Value == "0";
        var isTunnel = match.Groups["method"].Value == "CONNECT";
        var hosts = Values(match, "Host");
        var lengths = Values(match, "Content-Length");
        var codings = Values(match, "Transfer-Encoding").SelectMany(value => value.Split(',')).Select(coding => coding.Trim(' ', '\t')).ToList();

        return IsTarget(match.Groups["method"].Value, match.Groups["target"].Value)
            && !(isTunnel && (isOld || lengths.Count + codings.Count > 0)) // §3.2.3, RFC 9110 §9.3.6
            && hosts.Count <= 1 && hosts.TrueForAll(Authority().IsMatch) // §3.2
            && lengths.TrueForAll(Length().IsMatch) && lengths.Select(Number).Distinct().Count() <= 1 // §6.3
            && (codings.Count == 0 || (!isOld && lengths.Count == 0 && IsFramed(codings))); // §6.1
    }

    // Chunked comes last, and once.
    private static bool IsFramed(List<string> codings) =>
        codings.FindIndex(coding => coding.Equals("chunked", StringComparison.OrdinalIgnoreCase)) == codings.Count - 1;

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);

    // §3.2: each form belongs to methods of its own.
    private static bool IsTarget(string method, string target) => method == "CONNECT"
        ? target[0] != '*' && Authority().IsMatch(target)
        : target[0] == '/' || (target == "*" && method == "OPTIONS") || AbsoluteForm().IsMatch(target);

    private static List<string> Values(Match head, string field) =>
    [
        .. head.Groups["name"].Captures.Zip(head.Groups["value"].Captures)
            .Where(pair => pair.First.Value.Equals(field, StringComparison.OrdinalIgnoreCase))
            .Select(pair => pair.Second.Value.Trim(' ', '\t')),
    ];

    [GeneratedRegex($@"\A(?<method>{Token}) (?<target>{Target}) HTTP/1\.(?<minor>[01])\r\n(?:(?<name>{Token}):(?<value>{Text})\r\n)*\r\n\z", RegexOptions.CultureInvariant)]
    private static partial Regex Request();

    [GeneratedRegex(@"(?<!\r)\n", RegexOptions.CultureInvariant)]
    private static partial Regex BareLineFeed();

    [GeneratedRegex(@"\A[0-9]{1,18}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Length();

    [GeneratedRegex($@"\A{HostAndPort}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Authority();

    // Without user information, which hides hosts (§3.2.4 and RFC 9110 §4.2.4).
    [GeneratedRegex($@"\A(?!://).+?://{HostAndPort}(?:[/?].*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex AbsoluteForm();
}
