using System.Globalization;
using System.Text.RegularExpressions;

namespace Conduit.Proxy.Hosting.Settings;

/// <summary>Durations as the proxy's variables write them: whole numbers of one unit, <c>300ms</c> or <c>10s</c>, and a bare <c>0</c>.</summary>
internal static partial class ProxyDuration
{
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var match = Form().Match(text);

        if (!match.Success || !long.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        var unit = match.Groups["unit"].Value;
        var ticks = (UInt128)number * (UInt128)TicksIn(unit);

        if (ticks > (UInt128)TimeSpan.MaxValue.Ticks || (unit.Length == 0 && number != 0))
        {
            return false;
        }

        duration = TimeSpan.FromTicks((long)ticks);
        return true;
    }

    private static long TicksIn(string unit) => unit switch
    {
        "ms" => TimeSpan.TicksPerMillisecond,
        "s" => TimeSpan.TicksPerSecond,
        "m" => TimeSpan.TicksPerMinute,
        "h" => TimeSpan.TicksPerHour,
        _ => TimeSpan.TicksPerDay,
    };

    [GeneratedRegex(@"^\s*(?<number>[0-9]+)(?<unit>ms|s|m|h|d)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
