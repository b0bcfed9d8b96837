using System.Text.RegularExpressions;

namespace Emojivoto.Voting.Ballots;

/// <summary>The shortcode that a method of VotingService votes for: VoteHeartEyesCat is ":heart_eyes_cat:".</summary>
internal static partial class Shortcode
{
    public const string Doughnut = ":doughnut:";

    public static string VotedForBy(string methodName) => methodName switch
    {
        // A digit starts a word here, but not in :star2: or :cat2:, and the method's name cannot tell.
        "VotePointUp2" => ":point_up_2:",
        _ => $":{WordStart().Replace(methodName["Vote".Length..], "_$0").ToLowerInvariant()}:",
    };

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
