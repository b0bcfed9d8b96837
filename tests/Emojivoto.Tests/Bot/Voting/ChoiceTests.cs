using Emojivoto.Bot.Voting;

namespace Emojivoto.Tests.Bot.Voting;

public sealed class ChoiceTests
{
    [Theory]
    [InlineData(0.0, ":doughnut:")]
    [InlineData(0.1499, ":doughnut:")]
    [InlineData(0.15, ":taco:")]
    [InlineData(0.9999, ":taco:")]
    public void The_doughnut_has_the_first_fifteen_hundredths(double draw, string expected)
    {
        var choice = Choice.Pick(new ScriptedRandom(draw), [":joy:", ":taco:", ":beer:"]);

        Assert.Equal(expected, choice);
    }

    [Fact]
    public void Of_many_choices_fifteen_in_a_hundred_are_the_doughnut_and_the_others_are_alike()
    {
        const int Picks = 100_000;
        var random = new Random(20180205);
        string[] listed = [":joy:", ":taco:", ":beer:", ":ghost:", ":star2:"];

        var counts = Enumerable.Range(0, Picks).Select(_ => Choice.Pick(random, listed)).CountBy(choice => choice).ToDictionary();

        Assert.InRange(counts[":doughnut:"], 0.145 * Picks, 0.155 * Picks);
        Assert.All(listed, shortcode => Assert.InRange(counts[shortcode], 0.165 * Picks, 0.175 * Picks));
    }

    /// <summary>Draws the same number each time, and always picks the second of a list.</summary>
    private sealed class ScriptedRandom(double draw) : Random
    {
        public override double NextDouble() => draw;

        public override int Next(int maxValue) => 1;
    }
}
