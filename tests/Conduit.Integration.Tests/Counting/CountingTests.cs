using Conduit.Grpc;
using Conduit.Integration.Tests.Meshes;
using Conduit.Operations.Stat;
using Conduit.Protocol.Public;
using Conduit.Testing.Time;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Conduit.Integration.Tests.Counting;

/// <summary>N requests are N, wherever one looks.</summary>
public sealed class CountingTests
{
    private const int Succeeding = 240;
    private const int Failing = 60;
    private const int All = Succeeding + Failing;

    [Fact]
    public async Task Requests_over_http1_are_counted_once_everywhere()
    {
        await using var server = await CountingServer.StartAsync(HttpProtocols.Http1);
        await using var mesh = await LoopbackMesh.StartAsync(("web", server.Address));
        using var http = new HttpClient { BaseAddress = mesh.UpstreamOf("web") };

        var statuses = await SendMixedAsync(async fails => (int)(await http.GetAsync(fails ? "/status/503" : "/status/200")).StatusCode);

        Assert.Equal(Succeeding, statuses.Count(status => status == 200));
        Assert.Equal((Succeeding, Failing, All), (server.Answered("200"), server.Answered("503"), server.Total));
        await AssertCountedAsync(mesh, "web");
        await AssertStatusCodesAsync(mesh, "web", ("status_code=\"200\"", Succeeding), ("status_code=\"503\"", Failing));
    }

    [Fact]
    public async Task Calls_over_grpc_are_counted_once_everywhere()
    {
        await using var server = await CountingServer.StartAsync(HttpProtocols.Http2);
        await using var mesh = await LoopbackMesh.StartAsync(("voting", server.Address));
        using var channel = GrpcChannel.ForAddress(mesh.UpstreamOf("voting"));
        var calls = channel.CreateCallInvoker();

        var statuses = await SendMixedAsync(fails => CallAsync(calls, fails));

        Assert.Equal(Succeeding, statuses.Count(status => status == StatusCode.OK));
        Assert.Equal(Failing, statuses.Count(status => status == StatusCode.Unknown));
        Assert.Equal((Succeeding, Failing, All), (server.Answered("OK"), server.Answered("Unknown"), server.Total));
        await AssertCountedAsync(mesh, "voting");
        await AssertStatusCodesAsync(mesh, "voting", ("grpc_status_code=\"0\"", Succeeding), ("grpc_status_code=\"2\"", Failing));
    }

    private static async Task<StatusCode> CallAsync(CallInvoker calls, bool fails)
    {
        Metadata headers = fails ? new Metadata { { CountingServer.FailHeader, "1" } } : [];

        try
        {
            await calls.AsyncUnaryCall(CountingServer.Unary, null, new CallOptions(headers), new VersionRequest());
            return StatusCode.OK;
        }
        catch (RpcException failure)
        {
            return failure.StatusCode;
        }
    }

    private static async Task<List<T>> SendMixedAsync<T>(Func<bool, Task<T>> send)
    {
        const int Together = 8;
        var results = new List<T>();

        foreach (var batch in Enumerable.Range(0, All).Chunk(Together))
        {
            results.AddRange(await Task.WhenAll(batch.Select(number => send(number % (All / Failing) == 0))));
        }

        return results;
    }

    private static async Task AssertCountedAsync(LoopbackMesh mesh, string workload)
    {
        await Eventually.Holds(async () => Total(await mesh.StatAsync(workload)) >= All);
        await Eventually.Holds(async () => Total(await mesh.StatAsync(workload, from: LoopbackMesh.Client)) >= All);

        foreach (var seen in new[] { await mesh.StatAsync(workload), await mesh.StatAsync(workload, from: LoopbackMesh.Client) })
        {
            Assert.Equal((Succeeding, Failing), (seen!.SuccessCount, seen.FailureCount));
            Assert.Equal((double)Succeeding / All, seen.SuccessRate, precision: 9);
        }

        foreach (var (pod, direction) in new[] { (workload, "direction=\"inbound\""), (LoopbackMesh.Client, "direction=\"outbound\"") })
        {
            var page = mesh.Pod(pod).Metrics;
            Assert.Equal(All, await MetricsPage.SumAsync(page, "request_total", direction));
            Assert.Equal(Succeeding, await MetricsPage.SumAsync(page, "response_total", direction, "classification=\"success\""));
            Assert.Equal(Failing, await MetricsPage.SumAsync(page, "response_total", direction, "classification=\"failure\""));
            Assert.Equal(All, await MetricsPage.SumAsync(page, "response_latency_ms_count", direction));
        }
    }

    private static async Task AssertStatusCodesAsync(LoopbackMesh mesh, string workload, params (string Label, int Count)[] expected)
    {
        foreach (var (label, count) in expected)
        {
            Assert.Equal(count, await MetricsPage.SumAsync(mesh.Pod(workload).Metrics, "response_total", label));
            Assert.Equal(count, await MetricsPage.SumAsync(mesh.Pod(LoopbackMesh.Client).Metrics, "response_total", label));
        }
    }

    private static long Total(StatTraffic? traffic) => traffic is null ? 0 : traffic.SuccessCount + traffic.FailureCount;
}
