using Conduit.Model.Failures;

namespace Conduit.Init.Execution;

/// <summary>Says what a failed iptables call means to the person who reads the pod's events.</summary>
internal static class IptablesFailure
{
    private const int LockHeld = 4;

    public static ConduitException Of(string call, CommandResult result)
    {
        if (result.ExitCode == CommandResult.NotFound)
        {
            return new ConduitException(
                "IptablesMissing",
                $"There is no program to run '{call}'. Use Conduit's own init image, or choose another --iptables-mode.");
        }

        if (LacksPermission(result))
        {
            return new ConduitException(
                "NetAdminMissing",
                $"Changing iptables is not permitted here: '{call}' said '{FirstLine(result.Error)}'. Run this container as user 0 with the "
                + "capability NET_ADMIN, as 'conduit inject' writes it, and see that no admission policy takes it away.");
        }

        if (result.ExitCode == LockHeld && result.Error.Contains("xtables lock", StringComparison.Ordinal))
        {
            return new ConduitException(
                "IptablesLocked",
                $"Another program held the iptables lock for too long: '{call}'. Wait longer with --wait SECONDS, or find that program.");
        }

        return new ConduitException(
            "IptablesFailed",
            $"'{call}' ended with exit code {result.ExitCode}: {FirstLine(result.Error)}. See that the node's kernel supports it; "
            + "--iptables-mode chooses another program, and --ipv6 false leaves IPv6 alone.");
    }

    public static bool LacksPermission(CommandResult result) =>
        result.Error.Contains("you must be root", StringComparison.Ordinal)
        || result.Error.Contains("Permission denied", StringComparison.Ordinal)
        || result.Error.Contains("Operation not permitted", StringComparison.Ordinal);

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim().TrimEnd('.');
}
