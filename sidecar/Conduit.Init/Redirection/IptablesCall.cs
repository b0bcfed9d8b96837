using System.Collections.Immutable;
using System.Globalization;
using Conduit.Model.Addresses;

namespace Conduit.Init.Redirection;

/// <summary>The arguments of one iptables call on the nat table; which program runs it is not its concern.</summary>
internal sealed record IptablesCall(ImmutableArray<string> Arguments)
{
    public static IptablesCall List() => On("-S");

    public static IptablesCall NewChain(string chain) => On("-N", chain);

    public static IptablesCall Flush(string chain) => On("-F", chain);

    public static IptablesCall DeleteChain(string chain) => On("-X", chain);

    public static IptablesCall DeleteRule(string chain, int number) => On("-D", chain, number.ToString(CultureInfo.InvariantCulture));

    public static IptablesCall Jump(string from, string to, string comment) => On(["-A", from, .. Comment(comment), "-j", to]);

    public static IptablesCall Return(string chain, ImmutableArray<string> match, string comment) =>
        On(["-A", chain, .. match, .. Comment(comment), "-j", "RETURN"]);

    public static IptablesCall Redirect(string chain, ImmutableArray<string> match, Port listener, string comment) =>
        On(["-A", chain, "-p", "tcp", .. match, .. Comment(comment), "-j", "REDIRECT", "--to-ports", listener.ToString()]);

    public override string ToString() => string.Join(' ', Arguments);

    private static IptablesCall On(params ImmutableArray<string> arguments) => new(["-t", "nat", .. arguments]);

    private static string[] Comment(string text) => ["-m", "comment", "--comment", $"conduit/{text}"];
}
