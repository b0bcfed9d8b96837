using System.CommandLine;
using System.CommandLine.Parsing;
using Conduit.Model.Durations;

namespace Conduit.Cli.Commands.Options;

/// <summary>Options that take a time as Go writes it.</summary>
internal static class DurationOption
{
    /// <summary>The option's value is null where it was not given.</summary>
    public static Option<TimeSpan?> Create(string description, params string[] names) =>
        new(names[0], names[1..]) { Description = description, HelpName = "DURATION", CustomParser = Parse };

    /// <summary>What numbers cover.</summary>
    public static Option<TimeSpan?> TimeWindow() => Create("The time up to now that the numbers cover. Default: 1m.", "--time-window", "-t");

    private static TimeSpan? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;

        if (GoDuration.TryParse(text, out var duration))
        {
            return duration;
        }

        result.AddError($"'{text}' is no duration; write it as 30s, 5m or 1m30s");
        return null;
    }
}
