namespace Emojivoto.Web.Api;

/// <summary>An emoji that has votes.</summary>
internal sealed record LeaderboardRow(string Shortcode, string Unicode, int Votes);
