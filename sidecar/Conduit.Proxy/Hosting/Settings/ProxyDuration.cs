using System.Globalization;

namespace Conduit.Proxy.Hosting.Settings;

/// <summary>Durations as the proxy's variables write them: whole numbers of one unit, <c>300ms</c> or <c>10s</c>, and a bare <c>0</c>.</summary>
internal static class ProxyDuration
{
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var trimmed = text.AsSpan().Trim();
        var unit = trimmed.TrimStart("0123456789");
        var ticks = TicksIn(unit);

        if (ticks == 0 || !long.TryParse(trimmed[..^unit.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        var isBare = unit.IsEmpty && number != 0;
        var isTooLong = number > TimeSpan.MaxValue.Ticks / ticks;
        duration = isBare || isTooLong ? TimeSpan.Zero : TimeSpan.FromTicks(number * ticks);
        return !isBare && !isTooLong;
    }

    /// <summary>0 for what is no unit.</summary>
    private static long TicksIn(ReadOnlySpan<char> unit) => unit switch
    {
        "" or "ms" => TimeSpan.TicksPerMillisecond,
        "s" => TimeSpan.TicksPerSecond,
        "m" => TimeSpan.TicksPerMinute,
        "h" => TimeSpan.TicksPerHour,
        "d" => TimeSpan.TicksPerDay,
        _ => 0,
    };
}
