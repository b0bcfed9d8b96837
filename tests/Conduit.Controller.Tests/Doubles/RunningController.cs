using System.Net;
using Conduit.Controller.Cluster;
using Conduit.Controller.Hosting;
using Conduit.Controller.Listeners;
using Conduit.Controller.Settings;
using Conduit.Grpc;
using Conduit.Model.Cluster;
using Conduit.Protocol;
using Conduit.Testing.Logging;
using Conduit.Testing.Time;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Conduit.Controller.Tests.Doubles;

/// <summary>The real controller in this process, on loopback ports of its own, with a cluster that the test writes.</summary>
internal sealed class RunningController : IAsyncDisposable
{
    public const string Token = "the token of this mesh";

    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    private readonly ControllerHost _host;
    private readonly TestLog _log;
    private readonly GrpcChannel _api;
    private readonly GrpcChannel _proxyApi;

    private RunningController(ControllerHost host, FakeClusterSource source, TestLog log, ManualTimeProvider time)
    {
        (_host, Source, _log, Time) = (host, source, log, time);
        _api = Channel(Listener.Api);
        _proxyApi = Channel(Listener.ProxyApi);
        Api = _api.CreateCallInvoker();
        ProxyApi = _proxyApi.CreateCallInvoker();
        Http = new HttpClient { Timeout = StopLimit };
    }

    public FakeClusterSource Source { get; }

    public ManualTimeProvider Time { get; }

    public CallInvoker Api { get; }

    public CallInvoker ProxyApi { get; }

    public HttpClient Http { get; }

    public static async Task<RunningController> StartAsync(ClusterState? cluster = null, string? token = Token, params IEnumerable<string> webHosts)
    {
        var (source, log, time) = (new FakeClusterSource(), new TestLog(), new ManualTimeProvider());
        var any = new IPEndPoint(IPAddress.Loopback, 0);
        var options = new ControllerOptions
        {
            StateFile = "unused",
            ApiAddress = any,
            ProxyApiAddress = any,
            WebAddress = any,
            WebHosts = [.. webHosts],
            AdminAddress = any,
        };
        var host = ControllerHost.Create(options, logging => logging.AddProvider(log), services => services
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<IClusterSource>(source));

        await Eventually.Ends(host.StartAsync(CancellationToken.None));
        var controller = new RunningController(host, source, log, time);

        if (cluster is not null)
        {
            await controller.PublishAsync(cluster, token);
        }

        return controller;
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Returns when the controller has the picture.</summary>
    public async Task PublishAsync(ClusterState cluster, string? token = Token)
    {
        Source.Publish(cluster, token);
        var store = Get<ClusterStore>();
        await Eventually.Holds(() => ReferenceEquals(store.Current.State, cluster));
    }

    public Uri Url(Listener listener, string path) => new($"http://{_host.AddressOf(listener)}{path}");

    public GrpcChannel Channel(Listener listener) => GrpcChannel.ForAddress(Url(listener, "/"));

    /// <summary>What the proxy beside that pod sends with its calls.</summary>
    public static CallOptions As(string pod, string? token = Token, CancellationToken cancellationToken = default)
    {
        var headers = new Metadata { { ProxyMetadata.Pod, pod }, { ProxyMetadata.Version, "1.2.3" } };

        if (token is not null)
        {
            headers.Add(ProxyMetadata.Token, token);
        }

        return new CallOptions(headers, cancellationToken: cancellationToken);
    }

    public Task<TResponse> AskAsync<TRequest, TResponse>(MethodDescriptor method, TRequest request)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> =>
        Eventually.Ends(Api.AsyncUnaryCall(GrpcMethod.Create<TRequest, TResponse>(method), null, default, request).ResponseAsync);

    public async ValueTask DisposeAsync()
    {
        await Eventually.Ends(_host.StopAsync(CancellationToken.None));
        await _host.DisposeAsync();
        _api.Dispose();
        _proxyApi.Dispose();
        Http.Dispose();
        _log.Dispose();
    }
}
