using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Conduit.Controller.Selection;

/// <summary>
/// A label selector as kubectl takes it: <c>app=web,tier!=cache,env in (a,b),env notin (c),canary,!legacy</c>. All conditions have to hold.
/// </summary>
internal sealed partial class LabelSelector
{
    private LabelSelector(ImmutableArray<LabelRequirement> requirements) => Requirements = requirements;

    /// <summary>Matches everything.</summary>
    public static LabelSelector Everything { get; } = new([]);

    public ImmutableArray<LabelRequirement> Requirements { get; }

    public bool IsEverything => Requirements.IsEmpty;

    /// <summary>Null when the text is no selector; empty text selects everything.</summary>
    public static LabelSelector? Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Everything;
        }

        var requirements = ImmutableArray.CreateBuilder<LabelRequirement>();

        foreach (var part in Separator().Split(text))
        {
            if (Condition().Match(part) is not { Success: true } match)
            {
                return null;
            }

            requirements.Add(Requirement(match));
        }

        return new LabelSelector(requirements.DrainToImmutable());
    }

    public bool Matches(IReadOnlyDictionary<string, string> labels) => Requirements.All(requirement => requirement.Matches(labels));

    private static LabelRequirement Requirement(Match match)
    {
        var key = match.Groups["key"].Value;

        if (match.Groups["set"].Success)
        {
            var values = match.Groups["values"].Value.Split(',', StringSplitOptions.TrimEntries);
            return new LabelRequirement(key, [.. values], match.Groups["set"].Value == "notin");
        }

        return match.Groups["operator"].Success
            ? new LabelRequirement(key, [match.Groups["value"].Value], match.Groups["operator"].Value == "!=")
            : new LabelRequirement(key, null, match.Groups["not"].Success);
    }

    // A comma between parentheses separates values, not conditions.
    [GeneratedRegex(@",(?![^(]*\))")]
    private static partial Regex Separator();

    // Three forms: in a set, equal or not, there or not.
    [GeneratedRegex(
        @"^\s*(?:"
        + @"(?<key>[\w./-]+)\s+(?<set>in|notin)\s*\((?<values>[\w.,\s-]*)\)|"
        + @"(?<key>[\w./-]+)\s*(?<operator>==|=|!=)\s*(?<value>[\w.-]*)|"
        + @"(?<not>!)?\s*(?<key>[\w./-]+)"
        + @")\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Condition();
}
