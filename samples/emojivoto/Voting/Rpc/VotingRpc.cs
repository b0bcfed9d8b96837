using Conduit.Grpc;
using Emojivoto.Service.Rpc;
using Emojivoto.V1;
using Emojivoto.Voting.Ballots;

namespace Emojivoto.Voting.Rpc;

/// <summary>Answers the methods of VotingService from a poll; a vote for the doughnut fails on purpose, so that there is a failure to find.</summary>
internal static class VotingRpc
{
    public static ServerServiceDefinition Define(RpcCounts counts)
    {
        var poll = new Poll();
        var definition = ServerServiceDefinition.CreateBuilder();

        foreach (var descriptor in VotingReflection.Descriptor.Services[0].Methods)
        {
            if (descriptor.Name == "Results")
            {
                var results = GrpcMethod.Create<ResultsRequest, ResultsResponse>(descriptor);
                definition.AddMethod(results, counts.Counted(results, (_, _) => Task.FromResult(Results(poll))));
            }
            else
            {
                var vote = GrpcMethod.Create<VoteRequest, VoteResponse>(descriptor);
                var shortcode = Shortcode.VotedForBy(descriptor.Name);
                definition.AddMethod(vote, counts.Counted(vote, (_, _) => Task.FromResult(Vote(poll, shortcode))));
            }
        }

        return definition.Build();
    }

    private static VoteResponse Vote(Poll poll, string shortcode)
    {
        if (shortcode == Shortcode.Doughnut)
        {
            throw new RpcException(new Status(StatusCode.Unknown, "every vote for :doughnut: fails, on purpose"));
        }

        poll.Vote(shortcode);
        return new VoteResponse();
    }

    private static ResultsResponse Results(Poll poll) => new()
    {
        Results = { poll.Results().Select(result => new VotingResult { Shortcode = result.Shortcode, Votes = result.Votes }) },
    };
}
