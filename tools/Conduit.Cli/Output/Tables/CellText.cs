using System.Globalization;

namespace Conduit.Cli.Output.Tables;

/// <summary>How numbers and times look in a table.</summary>
internal static class CellText
{
    private const double Healthy = 0.99;
    private const double Ailing = 0.9;

    /// <param name="rate">0 to 1.</param>
    public static Cell SuccessRate(double rate) => new(
        Invariant($"{rate * 100:F2}%"),
        rate >= Healthy ? Tone.Plain : rate >= Ailing ? Tone.Doubtful : Tone.Bad);

    public static Cell Rps(double rps) => Invariant($"{rps:F1}rps");

    public static Cell WholeMilliseconds(TimeSpan latency) => Invariant($"{Math.Round(latency.TotalMilliseconds, MidpointRounding.AwayFromZero):F0}ms");

    /// <param name="share">0 to 1.</param>
    public static Cell WholePercent(double share) => Invariant($"{share * 100:F0}%");

    /// <summary>Three digits at most, in the unit that fits.</summary>
    public static Cell Latency(TimeSpan latency) => latency.TotalMilliseconds switch
    {
        < 1 => Invariant($"{latency.TotalMicroseconds:F0}µs"),
        < 10 => Invariant($"{latency.TotalMilliseconds:F1}ms"),
        < 1000 => Invariant($"{latency.TotalMilliseconds:F0}ms"),
        _ => Invariant($"{latency.TotalSeconds:F1}s"),
    };

    /// <summary>The largest unit alone, as kubectl shows ages.</summary>
    public static Cell Age(TimeSpan age) => age switch
    {
        { TotalMinutes: < 2 } => Invariant($"{(long)age.TotalSeconds}s"),
        { TotalHours: < 2 } => Invariant($"{(long)age.TotalMinutes}m"),
        { TotalDays: < 2 } => Invariant($"{(long)age.TotalHours}h"),
        _ => Invariant($"{(long)age.TotalDays}d"),
    };

    public static Cell Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    public static Cell YesNo(bool value) => value ? "true" : "false";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
