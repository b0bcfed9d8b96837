using System.Collections.Concurrent;

namespace Emojivoto.Voting.Ballots;

/// <summary>The votes, for as long as the process lives.</summary>
internal sealed class Poll
{
    private readonly ConcurrentDictionary<string, int> _votes = new(StringComparer.Ordinal);

    public void Vote(string shortcode) => _votes.AddOrUpdate(shortcode, 1, (_, votes) => votes + 1);

    /// <summary>What has at least one vote: most votes first, and by shortcode where they are equal.</summary>
    public IReadOnlyList<(string Shortcode, int Votes)> Results() =>
    [
        .. _votes
            .Select(pair => (Shortcode: pair.Key, Votes: pair.Value))
            .OrderByDescending(result => result.Votes)
            .ThenBy(result => result.Shortcode, StringComparer.Ordinal),
    ];
}
