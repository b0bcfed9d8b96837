using Emojivoto.Emoji.Catalogue;

namespace Emojivoto.Tests.Emoji.Catalogue;

public sealed class EmojiCatalogueTests
{
    [Fact]
    public void A_hundred_emoji_stand_in_it_each_once()
    {
        Assert.Equal(100, EmojiCatalogue.All.Count);
        Assert.Distinct(EmojiCatalogue.All.Select(emoji => emoji.Shortcode));
        Assert.Distinct(EmojiCatalogue.All.Select(emoji => emoji.Unicode));
    }

    [Fact]
    public void Shortcodes_are_lower_case_words_between_colons() =>
        Assert.All(EmojiCatalogue.All, emoji => Assert.Matches("^:[a-z0-9]+(_[a-z0-9]+)*:$", emoji.Shortcode));

    [Fact]
    public void Finding_needs_the_exact_shortcode()
    {
        Assert.Equal("🍩", EmojiCatalogue.FindUnicode(":doughnut:"));
        Assert.Null(EmojiCatalogue.FindUnicode("doughnut"));
        Assert.Null(EmojiCatalogue.FindUnicode(":Doughnut:"));
    }
}
