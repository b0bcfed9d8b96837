using Emojivoto.Emoji.Catalogue;
using Emojivoto.V1;
using Emojivoto.Voting.Ballots;

namespace Emojivoto.Tests.Voting.Ballots;

public sealed class ShortcodeTests
{
    [Theory]
    [InlineData("VoteJoy", ":joy:")]
    [InlineData("VoteStuckOutTongueWinkingEye", ":stuck_out_tongue_winking_eye:")]
    [InlineData("VoteJackOLantern", ":jack_o_lantern:")]
    [InlineData("Vote100", ":100:")]
    [InlineData("VoteStar2", ":star2:")]
    [InlineData("VotePointUp2", ":point_up_2:")]
    public void A_method_votes_for_the_shortcode_in_its_name(string method, string expected) =>
        Assert.Equal(expected, Shortcode.VotedForBy(method));

    [Fact]
    public void There_is_a_method_for_each_emoji_and_an_emoji_for_each_method()
    {
        var methods = VotingReflection.Descriptor.Services[0].Methods;

        var votedFor = methods.Where(method => method.Name != "Results").Select(method => Shortcode.VotedForBy(method.Name));

        Assert.Equal(EmojiCatalogue.All.Select(emoji => emoji.Shortcode).Order(StringComparer.Ordinal), votedFor.Order(StringComparer.Ordinal));
    }
}
