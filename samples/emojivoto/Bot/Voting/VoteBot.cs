using System.Net.Http.Json;
using System.Text.Json;

namespace Emojivoto.Bot.Voting;

/// <summary>Votes again and again, as a visitor would: looks at the list, votes, and now and then looks at the leaderboard.</summary>
internal sealed class VoteBot(HttpClient web, Random random, TimeProvider time, TextWriter log)
{
    private const int VotesPerLeaderboard = 10;

    private string? _trouble;

    /// <summary>Votes once per interval until told to stop; trouble with the web is said once and waited out.</summary>
    public async Task RunAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        try
        {
            for (var round = 1; ; round++)
            {
                await timer.WaitForNextTickAsync(cancellationToken);
                Report(await VisitAsync(seeLeaderboard: round % VotesPerLeaderboard == 0, cancellationToken));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    /// <summary>One visit; null when the web answered, else why not.</summary>
    private async Task<string?> VisitAsync(bool seeLeaderboard, CancellationToken cancellationToken)
    {
        try
        {
            var emoji = await web.GetFromJsonAsync<IReadOnlyList<ListedEmoji>>("/api/list", cancellationToken);
            if (emoji is not { Count: > 0 })
            {
                return "its list is empty";
            }

            var choice = Choice.Pick(random, [.. emoji.Select(one => one.Shortcode)]);

            // Whether the vote counted is for the web to say; the bot does not mind.
            using var vote = await web.GetAsync($"/api/vote?choice={choice}", cancellationToken);
            if (seeLeaderboard)
            {
                using var leaderboard = await web.GetAsync("/api/leaderboard", cancellationToken);
            }

            return null;
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException)
        {
            return failure.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "no answer in time";
        }
    }

    private void Report(string? trouble)
    {
        if (trouble != _trouble)
        {
            log.WriteLine(trouble is null ? "The web answers again." : $"The web is in trouble: {trouble}");
            _trouble = trouble;
        }
    }
}
