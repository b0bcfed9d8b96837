namespace Emojivoto.Bot.Voting;

/// <summary>An entry of the list that the bot chooses from.</summary>
internal sealed record ListedEmoji(string Shortcode);
