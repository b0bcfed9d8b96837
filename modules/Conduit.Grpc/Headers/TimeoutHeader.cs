using System.Globalization;

namespace Conduit.Grpc.Headers;

/// <summary>The value of <c>grpc-timeout</c>: up to eight digits and a unit.</summary>
internal static class TimeoutHeader
{
    private const int MaxDigits = 8;
    private const long MaxValue = 99_999_999;
    private const long NanosecondsPerTick = 100;

    private static readonly (char Symbol, long Ticks)[] Units =
    [
        ('u', TimeSpan.TicksPerMicrosecond),
        ('m', TimeSpan.TicksPerMillisecond),
        ('S', TimeSpan.TicksPerSecond),
        ('M', TimeSpan.TicksPerMinute),
        ('H', TimeSpan.TicksPerHour),
    ];

    /// <summary>The finest unit that holds the value, rounded up so that the server never gives up before the client.</summary>
    public static string Format(TimeSpan timeout)
    {
        var ticks = Math.Max(timeout.Ticks, 0);
        foreach (var (symbol, unit) in Units)
        {
            var value = (ticks / unit) + (ticks % unit == 0 ? 0 : 1);
            if (value <= MaxValue || symbol == 'H')
            {
                return string.Create(CultureInfo.InvariantCulture, $"{Math.Min(value, MaxValue)}{symbol}");
            }
        }

        throw new InvalidOperationException("The last unit takes every value.");
    }

    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan timeout)
    {
        timeout = default;
        if (text.Length is < 2 or > MaxDigits + 1
            || !long.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        if (text[^1] == 'n')
        {
            timeout = TimeSpan.FromTicks(value / NanosecondsPerTick);
            return true;
        }

        foreach (var (symbol, unit) in Units)
        {
            if (symbol == text[^1])
            {
                timeout = TimeSpan.FromTicks(value * unit);
                return true;
            }
        }

        return false;
    }
}
