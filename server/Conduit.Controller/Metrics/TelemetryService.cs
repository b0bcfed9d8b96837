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
    private const string Form = "A report needs one epoch throughout, a direction for each series and as many bucket counts as numbers.";

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
        if (outcome != ReportOutcome.Counted)
        {
            throw new RpcException(outcome switch
            {
                ReportOutcome.Superseded => new Status(StatusCode.Aborted, "A newer stream of this process reports now."),
                ReportOutcome.Worn => new Status(StatusCode.Aborted, "This stream has described too many series; begin a new one."),
                _ => new Status(StatusCode.InvalidArgument, Form),
            });
        }
    }
}
