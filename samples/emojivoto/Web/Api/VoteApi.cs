using Emojivoto.Web.Rpc;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emojivoto.Web.Api;

/// <summary>The JSON that the page and the bot ask for.</summary>
internal sealed class VoteApi(EmojiClient emoji, VotingClient voting)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").AddEndpointFilter<RouteGroupBuilder, GrpcFailureFilter>();
        api.MapGet("/list", ListAsync);
        api.MapGet("/vote", VoteAsync);
        api.MapGet("/leaderboard", LeaderboardAsync);
    }

    private async Task<IEnumerable<EmojiView>> ListAsync(CancellationToken cancellationToken)
    {
        var all = await emoji.ListAsync(cancellationToken);
        return all.Select(one => new EmojiView(one.Shortcode, one.Unicode));
    }

    private async Task<Results<Ok<EmojiView>, BadRequest<ApiError>>> VoteAsync(string? choice, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(choice))
        {
            return TypedResults.BadRequest(new ApiError("Say what to vote for, as in ?choice=:tada:."));
        }

        if (await emoji.FindAsync(choice, cancellationToken) is not { } chosen || !await voting.TryVoteAsync(choice, cancellationToken))
        {
            return TypedResults.BadRequest(new ApiError($"There is no emoji {choice}."));
        }

        return TypedResults.Ok(new EmojiView(chosen.Shortcode, chosen.Unicode));
    }

    private async Task<IEnumerable<LeaderboardRow>> LeaderboardAsync(CancellationToken cancellationToken)
    {
        var results = await voting.ResultsAsync(cancellationToken);
        var all = await emoji.ListAsync(cancellationToken);
        return results.Join(
            all,
            result => result.Shortcode,
            one => one.Shortcode,
            (result, one) => new LeaderboardRow(one.Shortcode, one.Unicode, result.Votes));
    }
}
