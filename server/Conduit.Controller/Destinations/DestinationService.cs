using System.Runtime.CompilerServices;
using Conduit.Controller.Calls;
using Conduit.Controller.Cluster;
using Conduit.Controller.Identity;
using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Common;
using Conduit.Protocol.Destinations;

namespace Conduit.Controller.Destinations;

/// <summary>Serves <c>conduit.proxy.destination.Destination</c>: one stream for each destination of each proxy.</summary>
internal sealed class DestinationService(ProxyAuthenticator authenticator, ClusterStore cluster, LongCalls calls)
{
    private readonly ConditionalWeakTable<ServicePortEntry, DestinationView> _views = [];
    private volatile DestinationResolver? _resolver;

    public ServerServiceDefinition Bind() => ServerServiceDefinition.CreateBuilder()
        .AddMethod(GrpcMethod.Create<Destination, Update>(ProxyMethods.GetDestination), GetAsync)
        .Build();

    private Task GetAsync(Destination request, IServerStreamWriter<Update> updates, ServerCallContext context)
    {
        authenticator.Identify(context);

        return DestinationPath.TryParse(request.Path, out var target)
            ? calls.RunAsync(context, cancellationToken => FollowAsync(target, updates, cancellationToken))
            : throw new RpcException(new Status(
                StatusCode.InvalidArgument, $"'{request.Path}' is no destination; write {DestinationPath.Forms}."));
    }

    // Pictures that come while a proxy is slow to read are skipped; the difference is to what it was told last.
    private async Task FollowAsync(DestinationTarget target, IServerStreamWriter<Update> updates, CancellationToken cancellationToken)
    {
        var snapshot = cluster.Current;
        DestinationView? known = null;

        while (true)
        {
            var view = ResolverOf(snapshot).Resolve(target);

            foreach (var update in DestinationUpdates.Between(known, view))
            {
                await updates.WriteAsync(update, cancellationToken);
            }

            known = view;
            snapshot = await cluster.WaitForOtherAsync(snapshot, cancellationToken);
        }
    }

    // Streams that meet a new picture at the same time may each make a resolver; the last one stays.
    private DestinationResolver ResolverOf(ClusterSnapshot snapshot)
    {
        var resolver = _resolver;
        return resolver?.Cluster == snapshot ? resolver : _resolver = new DestinationResolver(snapshot, _views);
    }
}
