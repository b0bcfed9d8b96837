using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Destinations;
using Conduit.Proxy.Hosting;
using Conduit.Proxy.Reliability;
using WireDestination = Conduit.Protocol.Common.Destination;

namespace Conduit.Proxy.Discovery;

/// <summary>Follows the controller's word on a destination, over one stream after the other, until it is told to stop.</summary>
internal sealed class DestinationWatcher(ControllerClient controller, TimeProvider time, Random random, ILogger<DestinationWatcher> logger)
{
    private const string Scheme = "k8s";

    private static readonly Backoff Reconnect = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5));
    private static readonly Method<WireDestination, Update> Get = GrpcMethod.Create<WireDestination, Update>(ProxyMethods.GetDestination);

    /// <summary>False when there is no controller to ask, and so no answer will ever come.</summary>
    public bool IsAvailable => controller.IsConfigured;

    public async Task FollowAsync(Destination destination, CancellationToken cancellationToken)
    {
        var failures = 0;

        try
        {
            while (true)
            {
                failures = await FollowOnceAsync(destination, cancellationToken) ? 1 : failures + 1;
                destination.IsWatched = false;
                await Task.Delay(Reconnect.Delay(failures, random), time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The route is gone.
        }
    }

    /// <summary>True when the stream said something before it ended.</summary>
    private async Task<bool> FollowOnceAsync(Destination destination, CancellationToken cancellationToken)
    {
        var isFirst = true;

        try
        {
            using var call = controller.Invoker.AsyncServerStreamingCall(
                Get, null, controller.Options(cancellationToken), new WireDestination { Scheme = Scheme, Path = destination.Path });

            while (await call.ResponseStream.MoveNext(cancellationToken))
            {
                destination.IsWatched = true;
                destination.Apply(call.ResponseStream.Current, isFirst);
                isFirst = false;
                DiscoveryLog.Updated(logger, destination.Path, destination.Current.Status, destination.Current.Endpoints.Endpoints.Length);
            }
        }
        catch (RpcException failure) when (failure.StatusCode == StatusCode.InvalidArgument)
        {
            destination.Refuse();
            DiscoveryLog.Refused(logger, destination.Path, failure.Status.Detail);
        }
        catch (RpcException failure) when (!cancellationToken.IsCancellationRequested)
        {
            DiscoveryLog.Lost(logger, destination.Path, failure.Status.Detail);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return !isFirst;
    }
}
