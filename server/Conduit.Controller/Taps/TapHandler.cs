using Conduit.Controller.Calls;
using Conduit.Controller.Cluster;
using Conduit.Grpc;
using Conduit.Protocol.Common;
using Conduit.Protocol.Public;

namespace Conduit.Controller.Taps;

/// <summary>Answers a user's tap with the events of all proxies that take part, until the user has enough.</summary>
internal sealed class TapHandler(ClusterStore cluster, TapHub hub, LongCalls calls)
{
    public Task HandleAsync(TapByResourceRequest request, IServerStreamWriter<TapEvent> events, ServerCallContext context)
    {
        var plan = TapPlanReader.Read(request, cluster.Current);
        return calls.RunAsync(context, cancellationToken => RunAsync(plan, events, cancellationToken));
    }

    private async Task RunAsync(TapPlan plan, IServerStreamWriter<TapEvent> events, CancellationToken cancellationToken)
    {
        var tap = hub.Start(plan)
            ?? throw new RpcException(new Status(StatusCode.ResourceExhausted, "Too many taps run already; end one of them first."));

        try
        {
            await foreach (var tapEvent in tap.ReadAllAsync(cancellationToken))
            {
                await events.WriteAsync(tapEvent, cancellationToken);
            }
        }
        finally
        {
            hub.Stop(tap);
        }
    }
}
