namespace Emojivoto.Web.Api;

/// <summary>An emoji as the page and the bot see it.</summary>
/// <param name="Shortcode">Its name between colons, such as ":tada:".</param>
/// <param name="Unicode">The emoji itself.</param>
internal sealed record EmojiView(string Shortcode, string Unicode);
