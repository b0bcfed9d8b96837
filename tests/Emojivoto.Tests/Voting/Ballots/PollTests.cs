using Emojivoto.Voting.Ballots;

namespace Emojivoto.Tests.Voting.Ballots;

public sealed class PollTests
{
    [Fact]
    public void Most_votes_come_first_and_equals_by_shortcode()
    {
        var poll = new Poll();
        foreach (var shortcode in new[] { ":taco:", ":joy:", ":beer:", ":joy:", ":joy:" })
        {
            poll.Vote(shortcode);
        }

        Assert.Equal([(":joy:", 3), (":beer:", 1), (":taco:", 1)], poll.Results());
    }

    [Fact]
    public void Votes_at_the_same_time_all_count()
    {
        var poll = new Poll();

        Parallel.For(0, 10_000, _ => poll.Vote(":joy:"));

        Assert.Equal([(":joy:", 10_000)], poll.Results());
    }
}
