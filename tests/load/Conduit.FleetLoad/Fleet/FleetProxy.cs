using System.Net;
using Conduit.Grpc;
using Conduit.Model.Cluster;
using Conduit.Protocol;
using Conduit.Protocol.Common;
using Conduit.Protocol.Destinations;
using Conduit.Protocol.Taps;
using Conduit.Protocol.Telemetry;

namespace Conduit.FleetLoad.Fleet;

/// <summary>All that the controller sees of a proxy: a connection with a stream of reports, one for taps, and one for each service that it calls.</summary>
internal sealed class FleetProxy : IDisposable
{
    private static readonly Method<ReportRequest, ReportResponse> Report = GrpcMethod.Create<ReportRequest, ReportResponse>(ProxyMethods.ReportTelemetry);
    private static readonly Method<TapReport, TapCommand> Attach = GrpcMethod.Create<TapReport, TapCommand>(ProxyMethods.AttachTap);
    private static readonly Method<Destination, Update> Get = GrpcMethod.Create<Destination, Update>(ProxyMethods.GetDestination);

    private readonly GrpcChannel _channel;
    private readonly CallInvoker _invoker;
    private readonly Metadata _identity;
    private readonly AsyncDuplexStreamingCall<ReportRequest, ReportResponse> _reports;

    public FleetProxy(Pod pod, IPEndPoint controller, CancellationToken cancellationToken)
    {
        _identity = new Metadata
        {
            { ProxyMetadata.Pod, $"{pod.Namespace}/{pod.Name}" },
            { ProxyMetadata.Token, FleetPlan.Token },
            { ProxyMetadata.Version, pod.ProxyVersion },
        };
        _channel = GrpcChannel.ForAddress(new Uri($"http://{controller}"), new GrpcChannelOptions
        {
            DisposeHttpClient = true,
            HttpHandler = new SocketsHttpHandler { UseProxy = false, ActivityHeadersPropagator = null },
        });
        _invoker = _channel.CreateCallInvoker();
        _reports = _invoker.AsyncDuplexStreamingCall(Report, null, Options(cancellationToken));
    }

    /// <summary>Tells what was counted, and ends when the controller has taken it.</summary>
    /// <returns>How long to wait before the next.</returns>
    public async Task<TimeSpan> ReportAsync(ReportRequest report, CancellationToken cancellationToken)
    {
        await _reports.RequestStream.WriteAsync(report, cancellationToken);
        return await _reports.ResponseStream.MoveNext(cancellationToken)
            ? TimeSpan.FromMilliseconds(_reports.ResponseStream.Current.IntervalMs)
            : throw new InvalidOperationException("The controller ended the reports.");
    }

    /// <summary>Waits for taps and follows the services, until it is cancelled.</summary>
    public async Task FollowAsync(IEnumerable<string> services, CancellationToken cancellationToken)
    {
        using var tap = _invoker.AsyncDuplexStreamingCall(Attach, null, Options(cancellationToken));
        await tap.RequestStream.WriteAsync(new TapReport(), cancellationToken);
        await Task.WhenAll(services.Select(service => FollowAsync(service, cancellationToken)).Append(DrainAsync(tap.ResponseStream, cancellationToken)));
    }

    public void Dispose()
    {
        _reports.Dispose();
        _channel.Dispose();
    }

    private async Task FollowAsync(string service, CancellationToken cancellationToken)
    {
        using var call = _invoker.AsyncServerStreamingCall(Get, null, Options(cancellationToken), new Destination { Scheme = "k8s", Path = service });
        await DrainAsync(call.ResponseStream, cancellationToken);
    }

    private static async Task DrainAsync<T>(IAsyncStreamReader<T> stream, CancellationToken cancellationToken)
    {
        while (await stream.MoveNext(cancellationToken))
        {
            // What it says is for real proxies.
        }
    }

    private CallOptions Options(CancellationToken cancellationToken) => new(_identity, cancellationToken: cancellationToken);
}
