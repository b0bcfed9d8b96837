using System.Runtime.CompilerServices;
using Conduit.Grpc;
using Conduit.Operations.Clusters;
using Conduit.Protocol.Common;
using Conduit.Protocol.Healthcheck;
using Conduit.Protocol.Public;

namespace Conduit.Operations.Api;

/// <summary>A connection to a mesh's API; what every reading operation asks. Nothing is sent before the first question.</summary>
public sealed class ApiConnection : IDisposable
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PingAfter = TimeSpan.FromSeconds(10);

    private readonly GrpcChannel _channel;
    private readonly CallInvoker _calls;
    private readonly TimeProvider _time;
    private bool _hasController;

    public ApiConnection(ApiLocation location, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(location);

        Location = location;
        _time = time;
        _channel = GrpcChannel.ForAddress($"http://{location.Address}", new GrpcChannelOptions
        {
            HttpHandler = Handler(location.Route),
            DisposeHttpClient = true,
            TimeProvider = time,
        });
        _calls = _channel.CreateCallInvoker();
    }

    public ApiLocation Location { get; }

    public void Dispose()
    {
        _channel.Dispose();
        Location.Route?.Dispose();
    }

    internal Task<StatSummaryResponse> StatSummaryAsync(StatSummaryRequest request, CancellationToken cancellationToken) =>
        AskAsync(ApiCalls.StatSummary, request, cancellationToken);

    internal Task<ListPodsResponse> ListPodsAsync(ListPodsRequest request, CancellationToken cancellationToken) =>
        AskAsync(ApiCalls.ListPods, request, cancellationToken);

    internal Task<EndpointsResponse> EndpointsAsync(EndpointsRequest request, CancellationToken cancellationToken) =>
        AskAsync(ApiCalls.Endpoints, request, cancellationToken);

    internal Task<EdgesResponse> EdgesAsync(EdgesRequest request, CancellationToken cancellationToken) =>
        AskAsync(ApiCalls.Edges, request, cancellationToken);

    internal Task<VersionInfo> VersionAsync(CancellationToken cancellationToken) =>
        AskAsync(ApiCalls.Version, new VersionRequest(), cancellationToken);

    internal Task<SelfCheckResponse> SelfCheckAsync(CancellationToken cancellationToken) =>
        AskAsync(ApiCalls.SelfCheck, new SelfCheckRequest(), cancellationToken);

    /// <summary>Events until the server ends the tap or <paramref name="cancellationToken"/> is cancelled.</summary>
    internal async IAsyncEnumerable<TapEvent> TapAsync(
        TapByResourceRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await DemandControllerAsync(cancellationToken);

        // A tap lasts as long as its reader wants. In place of a deadline, pings tell a server that went away.
        using var call = _calls.AsyncServerStreamingCall(
            ApiCalls.TapByResource, host: null, new CallOptions(cancellationToken: cancellationToken), request);

        while (await NextAsync(call.ResponseStream, cancellationToken))
        {
            yield return call.ResponseStream.Current;
        }
    }

    private async Task<TResponse> AskAsync<TRequest, TResponse>(
        Method<TRequest, TResponse> method, TRequest request, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class
    {
        await DemandControllerAsync(cancellationToken);
        var options = new CallOptions(deadline: _time.GetUtcNow().UtcDateTime + CallLimit, cancellationToken: cancellationToken);

        try
        {
            using var call = _calls.AsyncUnaryCall(method, host: null, options, request);
            return await call;
        }
        catch (RpcException failure)
        {
            throw ApiFailure.Translate(failure, Location, cancellationToken);
        }
    }

    private async Task<bool> NextAsync(IAsyncStreamReader<TapEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            return await events.MoveNext(cancellationToken);
        }
        catch (RpcException failure)
        {
            throw ApiFailure.Translate(failure, Location, cancellationToken);
        }
    }

    // What stands in the way on a cluster has words and time limits of its own, so it comes before the first call and its deadline.
    private async Task DemandControllerAsync(CancellationToken cancellationToken)
    {
        if (Location.Route is { } route && !_hasController)
        {
            await route.DemandControllerAsync(cancellationToken);
            _hasController = true;
        }
    }

    private static SocketsHttpHandler Handler(ControllerRoute? route)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = ConnectLimit,
            KeepAlivePingDelay = PingAfter,
            KeepAlivePingTimeout = PingAfter,
            UseProxy = false,
            AllowAutoRedirect = false,
        };

        if (route is not null)
        {
            handler.ConnectTimeout = Timeout.InfiniteTimeSpan;
            handler.ConnectCallback = async (_, cancellationToken) => await route.ConnectAsync(ControllerPorts.PublicApi, cancellationToken);
        }

        return handler;
    }
}
