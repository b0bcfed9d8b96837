namespace Conduit.Model.Quantities;

/// <summary>How rates, shares and times look in tables, on every system and in every culture.</summary>
public static class QuantityText
{
    /// <summary>Such as <c>98.50%</c>.</summary>
    /// <param name="rate">0 to 1.</param>
    public static string SuccessRate(double rate) => Invariant($"{rate * 100:F2}%");

    /// <summary>Such as <c>4.2rps</c>.</summary>
    public static string Rps(double rps) => Invariant($"{rps:F1}rps");

    /// <summary>Such as <c>12ms</c>.</summary>
    public static string WholeMilliseconds(TimeSpan latency) =>
        Invariant($"{Math.Round(latency.TotalMilliseconds, MidpointRounding.AwayFromZero):F0}ms");

    /// <summary>Such as <c>7%</c>.</summary>
    /// <param name="share">0 to 1.</param>
    public static string WholePercent(double share) => Invariant($"{share * 100:F0}%");

    /// <summary>Three digits at most, in the unit that fits.</summary>
    public static string Latency(TimeSpan latency) => latency.TotalMilliseconds switch
    {
        < 1 => Invariant($"{latency.TotalMicroseconds:F0}µs"),
        < 10 => Invariant($"{latency.TotalMilliseconds:F1}ms"),
        < 1000 => Invariant($"{latency.TotalMilliseconds:F0}ms"),
        _ => Invariant($"{latency.TotalSeconds:F1}s"),
    };

    /// <summary>The largest unit alone, as kubectl shows ages.</summary>
    public static string Age(TimeSpan age) => age switch
    {
        { TotalMinutes: < 2 } => Invariant($"{(long)age.TotalSeconds}s"),
        { TotalHours: < 2 } => Invariant($"{(long)age.TotalMinutes}m"),
        { TotalDays: < 2 } => Invariant($"{(long)age.TotalHours}h"),
        _ => Invariant($"{(long)age.TotalDays}d"),
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
