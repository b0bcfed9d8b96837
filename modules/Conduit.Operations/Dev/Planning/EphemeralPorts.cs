using Conduit.Model.Addresses;

namespace Conduit.Operations.Dev.Planning;

/// <summary>The ports that the system gives to outgoing connections; a listener among them could find its port taken when it comes back.</summary>
internal static class EphemeralPorts
{
    private const string LinuxSetting = "/proc/sys/net/ipv4/ip_local_port_range";
    private const int LowestPick = 10_000;
    private const int FewestPicks = 1_000;

    // IANA's dynamic ports (RFC 6335 §6), which Windows and macOS use.
    private static readonly PortRange Dynamic = Range(49152, 65535);

    /// <summary>The ports to pick listeners from.</summary>
    public static PortRange Outside() => Outside(OperatingSystem.IsLinux() && File.Exists(LinuxSetting) ? File.ReadAllText(LinuxSetting) : "");

    /// <param name="setting">Two numbers, as Linux shows them; anything else means the usual range.</param>
    internal static PortRange Outside(string setting)
    {
        var ephemeral = Parse(setting) ?? Dynamic;

        return ephemeral.First.Number - LowestPick >= FewestPicks ? Range(LowestPick, ephemeral.First.Number - 1)
            : ushort.MaxValue - ephemeral.Last.Number >= FewestPicks ? Range(ephemeral.Last.Number + 1, ushort.MaxValue)
            : Range(LowestPick, ushort.MaxValue);
    }

    private static PortRange Range(int first, int last) => new(new Port(first), new Port(last));

    private static PortRange? Parse(string setting) =>
        setting.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var first, var last]
            && Port.TryParse(first, out var low) && Port.TryParse(last, out var high) && low <= high
            ? new PortRange(low, high)
            : null;
}
