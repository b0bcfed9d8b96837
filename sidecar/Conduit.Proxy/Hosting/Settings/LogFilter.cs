using System.Collections.Immutable;

namespace Conduit.Proxy.Hosting.Settings;

/// <summary>
/// What is logged, written as levels by target: <c>warn,conduit_proxy=info,conduit_proxy::discovery=debug</c>. A level without a
/// target holds for everything else. Targets are our own areas; unknown levels and targets are passed over, as logs are never worth a failed start.
/// </summary>
internal sealed record LogFilter(LogLevel Else, ImmutableArray<LogRule> Rules)
{
    public const string Default = "warn,conduit_proxy=info";

    private const string OwnTarget = "conduit_proxy";
    private const string OwnCategory = "Conduit.Proxy";

    public static LogFilter Parse(string text)
    {
        var byDefault = LogLevel.Warning;
        var rules = ImmutableArray.CreateBuilder<LogRule>();

        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var split = part.Split('=', 2);

            if (ToLevel(split[^1]) is not { } level)
            {
                continue;
            }

            if (split.Length == 1)
            {
                byDefault = level;
            }
            else
            {
                rules.Add(new LogRule(ToCategory(split[0]), level));
            }
        }

        return new LogFilter(byDefault, rules.ToImmutable());
    }

    private static string ToCategory(string target)
    {
        if (!target.StartsWith(OwnTarget, StringComparison.Ordinal))
        {
            return target;
        }

        var areas = target[OwnTarget.Length..].Split("::", StringSplitOptions.RemoveEmptyEntries);
        return string.Join('.', [OwnCategory, .. areas.Select(area => char.ToUpperInvariant(area[0]) + area[1..])]);
    }

    private static LogLevel? ToLevel(string text) => text.ToLowerInvariant() switch
    {
        "trace" => LogLevel.Trace,
        "debug" => LogLevel.Debug,
        "info" => LogLevel.Information,
        "warn" => LogLevel.Warning,
        "error" => LogLevel.Error,
        "off" => LogLevel.None,
        _ => null,
    };
}
