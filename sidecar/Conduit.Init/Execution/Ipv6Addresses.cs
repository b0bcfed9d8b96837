namespace Conduit.Init.Execution;

/// <summary>Reads the kernel's list of IPv6 addresses.</summary>
internal static class Ipv6Addresses
{
    /// <summary>Only there where the kernel has IPv6.</summary>
    public const string Path = "/proc/net/if_inet6";

    private const int ScopeColumn = 3;
    private const string GlobalScope = "00";

    /// <summary>True when an address is more than loopback or link-local. Columns: address, interface number, prefix length, scope, flags, name.</summary>
    public static bool ReachBeyondTheLink(IEnumerable<string> lines) => lines
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Any(columns => columns.Length > ScopeColumn && columns[ScopeColumn] == GlobalScope);
}
