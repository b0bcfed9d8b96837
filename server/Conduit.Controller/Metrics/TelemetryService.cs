using Conduit.Controller.Calls;
using Conduit.Controller.Cluster;
using Conduit.Controller.Identity;
using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Telemetry;

namespace Conduit.Controller.Metrics;

/// <summary>Serves <c>conduit.proxy.telemetry.Telemetry</c>: takes what the proxies counted into the ring.</summary>
internal sealed class TelemetryService(
    ProxyAuthenticator authenticator, ProxyDirectory proxies, ClusterStore cluster, TrafficRing ring, LongCalls calls)
{
    public ServerServiceDefinition Bind() => ServerServiceDefinition.CreateBuilder()
        .AddMethod(GrpcMethod.Create<ReportRequest, ReportResponse>(ProxyMethods.ReportTelemetry), ReportAsync)
        .Build();

    private async Task ReportAsync(
        IAsyncStreamReader<ReportRequest> reports, IServerStreamWriter<ReportResponse> responses, ServerCallContext context)
    {
        var proxy = authenticator.Identify(context);
        using var presence = proxies.Enter(proxy);
        using var stream = ring.Open(proxy.Pod);

        await calls.RunAsync(context, async cancellationToken =>
        {
            await foreach (var report in reports.ReadAllAsync(cancellationToken))
            {
                Demand(stream.Apply(report, cluster.Current.FindPod(proxy.Pod), ring.Second));
                var pause = ReportPace.PauseFor(proxies.Count);
                await responses.WriteAsync(new ReportResponse { IntervalMs = (uint)pause.TotalMilliseconds }, cancellationToken);
            }
        });
    }

    private static void Demand(ReportOutcome outcome)
    {
        if (outcome == ReportOutcome.Superseded)
        {
            throw new RpcException(new Status(StatusCode.Aborted, "A newer stream of this process reports now."));
        }

        if (outcome == ReportOutcome.Malformed)
        {
            throw new RpcException(new Status(
                StatusCode.InvalidArgument, "A report needs one epoch throughout, a direction for each series and as many bucket counts as numbers."));
        }
    }
}
