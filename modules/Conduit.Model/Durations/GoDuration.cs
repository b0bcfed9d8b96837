using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Conduit.Model.Durations;

/// <summary>Durations as Go and Kubernetes tools write them: <c>300ms</c>, <c>10s</c>, <c>1m30s</c>, <c>1.5h</c>, and a bare <c>0</c>.</summary>
public static partial class GoDuration
{
    public static bool TryParse([NotNullWhen(true)] string? text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var match = Form().Match(text ?? "");

        if (!match.Success)
        {
            return text == "0";
        }

        var seconds = 0.0;

        for (var part = 0; part < match.Groups["number"].Captures.Count; part++)
        {
            var number = double.Parse(match.Groups["number"].Captures[part].Value, CultureInfo.InvariantCulture);
            seconds += number * SecondsIn(match.Groups["unit"].Captures[part].Value);
        }

        if (seconds > TimeSpan.MaxValue.TotalSeconds / 2)
        {
            return false;
        }

        duration = TimeSpan.FromSeconds(seconds);
        return true;
    }

    /// <summary>The shortest spelling in whole units: <c>1m30s</c>, <c>250ms</c>, <c>0s</c>.</summary>
    public static string Format(TimeSpan duration)
    {
        if (duration < TimeSpan.FromSeconds(1))
        {
            return duration == TimeSpan.Zero ? "0s" : string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0.###}ms");
        }

        var hours = (long)duration.TotalHours;
        var seconds = duration.Seconds + (duration.Milliseconds / 1000.0);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(hours > 0 ? $"{hours}h" : "")}{(duration.Minutes > 0 ? $"{duration.Minutes}m" : "")}{(seconds > 0 ? FormattableString.Invariant($"{seconds:0.###}s") : "")}");
    }

    private static double SecondsIn(string unit) => unit switch
    {
        "ns" => 1e-9,
        "us" or "µs" => 1e-6,
        "ms" => 1e-3,
        "s" => 1,
        "m" => 60,
        _ => 3600,
    };

    [GeneratedRegex(@"^(?:(?<number>[0-9]+(?:\.[0-9]+)?)(?<unit>ns|us|µs|ms|s|m|h))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
