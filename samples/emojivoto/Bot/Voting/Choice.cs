namespace Emojivoto.Bot.Voting;

/// <summary>Picks what to vote for: the doughnut more often than its luck would have it, because no vote for it ever succeeds.</summary>
internal static class Choice
{
    public const string Doughnut = ":doughnut:";

    private const double DoughnutShare = 0.15;

    public static string Pick(Random random, IReadOnlyList<string> shortcodes) =>
        random.NextDouble() < DoughnutShare ? Doughnut : shortcodes[random.Next(shortcodes.Count)];
}
