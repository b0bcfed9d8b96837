using System.Text.RegularExpressions;
using Conduit.Proxy.Http1;
using Conduit.Proxy.Http1.Heads;

namespace Conduit.Proxy.Tests.Http1.Heads;

/// <summary>The grammar of a request's head, as RFC 9112 has it.</summary>
internal static partial class RequestGrammar
{
    private const string Target = @"[\x21-\x7e\x80-\xff]+";
    private const string HostAndPort = @"[!$%&'*+.:;=\[\]_~0-9A-Za-z-]*";

    public static HeadResult Judge(string text, Http1Options options) => HeadGrammar.Judge(text, options, Request(), IsSound);

    private static bool IsSound(Match head)
    {
        var isOld = head.Groups["minor"].Value == "0";
        var isTunnel = head.Groups["method"].Value == "CONNECT";
        var hosts = HeadGrammar.Values(head, "Host");
        var lengths = HeadGrammar.Values(head, "Content-Length");
        var codings = HeadGrammar.Codings(head);

        return IsTarget(head.Groups["method"].Value, head.Groups["target"].Value)
            && !(isTunnel && (isOld || lengths.Count + codings.Count > 0)) // §3.2.3, RFC 9110 §9.3.6
            && hosts.Count <= 1 && hosts.TrueForAll(Authority().IsMatch) // §3.2
            && (codings.Count == 0 || (!isOld && lengths.Count == 0 && HeadGrammar.ChunkedIn(codings) == codings.Count - 1)); // §6.1: last, and once
    }

    // §3.2: each form belongs to methods of its own.
    private static bool IsTarget(string method, string target) => method == "CONNECT"
        ? target[0] != '*' && Authority().IsMatch(target)
        : target[0] == '/' || (target == "*" && method == "OPTIONS") || AbsoluteForm().IsMatch(target);

    [GeneratedRegex(
        $@"\A(?<method>{HeadGrammar.Token}) (?<target>{Target}) HTTP/1\.(?<minor>[01])\r\n(?:(?<name>{HeadGrammar.Token}):(?<value>{HeadGrammar.Text})\r\n)*\r\n\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Request();

    [GeneratedRegex($@"\A{HostAndPort}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Authority();

    // Without user information, which hides hosts (§3.2.4 and RFC 9110 §4.2.4).
    [GeneratedRegex($@"\A(?!://).+?://{HostAndPort}(?:[/?].*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex AbsoluteForm();
}
