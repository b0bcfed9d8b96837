using Conduit.Grpc;
using Emojivoto.Tests.Running;
using Emojivoto.V1;
using Google.Protobuf.Reflection;

namespace Emojivoto.Tests.Voting.Hosting;

public sealed class VotingAppTests
{
    private static readonly ServiceDescriptor Service = VotingReflection.Descriptor.Services[0];

    [Fact]
    public async Task Every_vote_counts_but_the_doughnuts()
    {
        await using var app = await RunningEmojivoto.StartAsync();
        var votes = Service.Methods.Where(method => method.Name is not ("Results" or "VoteDoughnut")).ToList();
        foreach (var method in votes)
        {
            await VoteAsync(app, method);
        }

        await VoteAsync(app, Service.FindMethodByName("VoteTada"));

        var results = await ResultsAsync(app);

        Assert.Equal(99, results.Count);
        Assert.Equal((":tada:", 2), (results[0].Shortcode, results[0].Votes));
        Assert.All(results.Skip(1), result => Assert.Equal(1, result.Votes));
        Assert.DoesNotContain(results, result => result.Shortcode == ":doughnut:");
    }

    [Fact]
    public async Task A_vote_for_the_doughnut_ends_with_an_error_status()
    {
        await using var app = await RunningEmojivoto.StartAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() => VoteAsync(app, Service.FindMethodByName("VoteDoughnut")));

        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
        Assert.Equal("every vote for :doughnut: fails, on purpose", failure.Status.Detail);
        Assert.Empty(await ResultsAsync(app));
    }

    [Fact]
    public async Task Its_counts_tell_success_from_failure()
    {
        await using var app = await RunningEmojivoto.StartAsync();
        for (var vote = 0; vote < 3; vote++)
        {
            await VoteAsync(app, Service.FindMethodByName("VoteTaco"));
            await Assert.ThrowsAsync<RpcException>(() => VoteAsync(app, Service.FindMethodByName("VoteDoughnut")));
        }

        var counts = (await app.VotingCounts.GetStringAsync("/metrics")).Split('\n');

        const string Labels = """grpc_type="unary",grpc_service="emojivoto.v1.VotingService",grpc_method""";
        Assert.Equal(
        [
            $$"""grpc_server_handled_total{{{Labels}}="VoteDoughnut",grpc_code="Unknown"} 3""",
            $$"""grpc_server_handled_total{{{Labels}}="VoteTaco",grpc_code="OK"} 3""",
            $$"""grpc_server_started_total{{{Labels}}="VoteDoughnut"} 3""",
            $$"""grpc_server_started_total{{{Labels}}="VoteTaco"} 3""",
        ],
        counts.Where(line => line.StartsWith("grpc_", StringComparison.Ordinal)));
    }

    private static async Task VoteAsync(RunningEmojivoto app, MethodDescriptor method) =>
        await app.Voting.CreateCallInvoker().AsyncUnaryCall(GrpcMethod.Create<VoteRequest, VoteResponse>(method), null, default, new VoteRequest());

    private static async Task<IReadOnlyList<VotingResult>> ResultsAsync(RunningEmojivoto app)
    {
        var method = GrpcMethod.Create<ResultsRequest, ResultsResponse>(Service.FindMethodByName("Results"));
        var response = await app.Voting.CreateCallInvoker().AsyncUnaryCall(method, null, default, new ResultsRequest());
        return response.Results;
    }
}
