namespace Conduit.Init.Arguments;

internal static class Usage
{
    public static string Text { get; } = string.Join('\n',
    [
        "conduit-init puts the proxy in a pod's traffic path, with iptables rules. It can be run again at any time.",
        "",
        "Usage: conduit-init --incoming-proxy-port PORT --outgoing-proxy-port PORT [flags]",
        "",
        .. InitFlags.All.Select(flag => $"  {Spelling(flag),-38} {flag.Help}"),
        "",
        "PORTS is a list such as 25,3306,8000-8010; CIDRS one such as 10.0.0.0/8,fd00::/8.",
    ]);

    private static string Spelling(Flag flag) =>
        $"{(flag.Short is { } letter ? $"-{letter}," : "   ")} --{flag.Name}{(flag.Value is null ? "" : " " + flag.Value)}";
}
