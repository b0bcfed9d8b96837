using System.Collections.Frozen;
using Conduit.Grpc;
using Emojivoto.V1;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Emojivoto.Web.Rpc;

/// <summary>Casts votes with VotingService, which has one method per emoji, and asks it for the results.</summary>
internal sealed class VotingClient(RpcCaller service)
{
    private static readonly ServiceDescriptor Service = VotingReflection.Descriptor.Services[0];

    private static readonly Method<ResultsRequest, ResultsResponse> Results =
        GrpcMethod.Create<ResultsRequest, ResultsResponse>(Service.FindMethodByName("Results"));

    private static readonly FrozenDictionary<string, Method<VoteRequest, VoteResponse>> VoteMethods = Service.Methods
        .Where(method => method.Name != "Results")
        .ToFrozenDictionary(method => method.Name, GrpcMethod.Create<VoteRequest, VoteResponse>, StringComparer.Ordinal);

    /// <summary>Casts a vote; false when there is no method for that emoji.</summary>
    public async Task<bool> TryVoteAsync(string shortcode, CancellationToken cancellationToken)
    {
        if (!VoteMethods.TryGetValue(MethodName(shortcode), out var method))
        {
            return false;
        }

        await service.CallAsync(method, new VoteRequest(), cancellationToken);
        return true;
    }

    public async Task<IReadOnlyList<VotingResult>> ResultsAsync(CancellationToken cancellationToken)
    {
        var response = await service.CallAsync(Results, new ResultsRequest(), cancellationToken);
        return response.Results;
    }

    // ":heart_eyes_cat:" is voted for by VoteHeartEyesCat.
    private static string MethodName(string shortcode) =>
        "Vote" + string.Concat(shortcode.Trim(':').Split('_').Where(word => word != "").Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
