using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Destinations;
using Conduit.Proxy.Hosting;
using Conduit.Proxy.Reliability;
using WireDestination = Conduit.Protocol.Common.Destination;

namespace Conduit.Proxy.Discovery;

/// <summary>Follows the controller's word on a destination, over one stream after the other, until it is told to stop.</summary>
internal sealed class DestinationWatcher(ControllerClient controller, Reconnector reconnector, ILogger<DestinationWatcher> logger)
{
    private const string Scheme = "k8s";

    private static readonly Method<WireDestination, Update> Get = GrpcMethod.Create<WireDestination, Update>(ProxyMethods.GetDestination);

    /// <summary>False when there is no controller to ask, and so no answer will ever come.</summary>
    public bool IsAvailable => controller.IsConfigured;

    public Task FollowAsync(Destination destination, CancellationToken cancellationToken) =>
        reconnector.RunAsync(destination.Path, token => FollowOnceAsync(destination, token), cancellationToken);

    private async Task FollowOnceAsync(Destination destination, CancellationToken cancellationToken)
    {
        using var call = controller.Invoker.AsyncServerStreamingCall(
            Get, null, controller.Options(cancellationToken), new WireDestination { Scheme = Scheme, Path = destination.Path });

        try
        {
            for (var isFirst = true; await call.ResponseStream.MoveNext(cancellationToken); isFirst = false)
            {
                destination.IsWatched = true;
                destination.Apply(call.ResponseStream.Current, isFirst);
                DiscoveryLog.Updated(logger, destination.Path, destination.Current.Status, destination.Current.Endpoints.Endpoints.Length);
            }
        }
        catch (RpcException failure) when (failure.StatusCode == StatusCode.InvalidArgument)
        {
            destination.Refuse();
            DiscoveryLog.Refused(logger, destination.Path, failure.Status.Detail);
        }
        finally
        {
            destination.IsWatched = false;
        }
    }
}
