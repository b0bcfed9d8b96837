using System.Text.RegularExpressions;
using Conduit.Proxy.Http1;
using Conduit.Proxy.Http1.Heads;

namespace Conduit.Proxy.Tests.Http1.Heads;

/// <summary>The grammar of a response's head, as RFC 9112 has it for proxies, which let responses have white space before a colon (§5.1).</summary>
internal static partial class ResponseGrammar
{
    public static HeadResult Judge(string text, Http1Options options) => HeadGrammar.Judge(text, options, Response(), IsSound);

    // §6.1: chunked comes last and once, if at all, and never in HTTP/1.0. A length beside it goes (§6.3).
    private static bool IsSound(Match head)
    {
        var codings = HeadGrammar.Codings(head);
        var chunked = HeadGrammar.ChunkedIn(codings);
        return codings.Count == 0 || (head.Groups["minor"].Value == "1" && (chunked < 0 || chunked == codings.Count - 1));
    }

    // The reason may be missing, with its space or without (§4).
    [GeneratedRegex(
        $@"\AHTTP/1\.(?<minor>[01]) [1-9][0-9][0-9](?: {HeadGrammar.Text})?\r\n(?:(?<name>{HeadGrammar.Token})[ \t]*:(?<value>{HeadGrammar.Text})\r\n)*\r\n\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Response();
}
