using System.Collections.Concurrent;
using System.Net;
using Conduit.Grpc;
using Conduit.Protocol;
using Conduit.Protocol.Destinations;
using Conduit.Protocol.Mapping;
using Conduit.Protocol.Taps;
using Conduit.Protocol.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using WireDestination = Conduit.Protocol.Common.Destination;

namespace Conduit.Proxy.Tests.Actors;

/// <summary>A controller that says what the test tells it to, and remembers what it was told.</summary>
internal sealed class FakeController : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, FakeDestination> _destinations = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly ConcurrentQueue<ReportRequest> _reports = new();
    private WebApplication? _app;

    private FakeController()
    {
    }

    public IPEndPoint Address { get; private set; } = new(IPAddress.Loopback, 0);

    public FakeTap Tap { get; } = new();

    /// <summary>Every destination that was asked for, in order.</summary>
    public IReadOnlyCollection<string> Asked => [.. _asked];

    public IReadOnlyCollection<ReportRequest> Reports => [.. _reports];

    public ConcurrentQueue<Metadata> Callers { get; } = new();

    public static async Task<FakeController> StartAsync()
    {
        var controller = new FakeController();
        await controller.ListenAsync();
        return controller;
    }

    /// <summary>Tells every watcher now, and each new one first.</summary>
    public FakeController Says(string path, Update update)
    {
        Find(path).Says(update);
        return this;
    }

    public FakeController Leads(string path, params IPEndPoint[] endpoints) => Says(path, AddOf(endpoints));

    public static Update AddOf(params IPEndPoint[] endpoints)
    {
        var add = new WeightedAddrSet();
        add.Addrs.AddRange(endpoints.Select(endpoint => new WeightedAddr { Addr = endpoint.ToWire(), Weight = 1 }));
        return new Update { Add = add };
    }

    public static Update RemoveOf(params IPEndPoint[] endpoints)
    {
        var remove = new AddrSet();
        remove.Addrs.AddRange(endpoints.Select(endpoint => endpoint.ToWire()));
        return new Update { Remove = remove };
    }

    public static Update NoEndpoints(bool exists) => new() { NoEndpoints = new NoEndpoints { Exists = exists } };

    /// <summary>Drops every connection and listens no more.</summary>
    public async Task StopAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.DisposeAsync();
        }
    }

    /// <summary>Listens again where it did before.</summary>
    public async Task ListenAsync()
    {
        _app = await LoopbackApp.StartAsync(Address, HttpProtocols.Http2, services => services.AddGrpc(), app => app.MapGrpcService(Definition()));
        Address = LoopbackApp.AddressOf(_app);
    }

    /// <summary>What all series of that kind counted, by their last reports.</summary>
    public ulong Reported(bool success)
    {
        var kinds = new Dictionary<uint, HttpSeriesKey>();
        var counts = new Dictionary<uint, ulong>();

        foreach (var series in Reports.SelectMany(report => report.Http))
        {
            if (series.Key is { } key)
            {
                kinds[series.Id] = key;
            }

            counts[series.Id] = series.Responses;
        }

        return counts.Where(pair => kinds[pair.Key].Success == success).Aggregate(0UL, (sum, pair) => sum + pair.Value);
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private ServerServiceDefinition Definition() => ServerServiceDefinition.CreateBuilder()
        .AddMethod(GrpcMethod.Create<WireDestination, Update>(ProxyMethods.GetDestination), GetAsync)
        .AddMethod(GrpcMethod.Create<ReportRequest, ReportResponse>(ProxyMethods.ReportTelemetry), ReportAsync)
        .AddMethod(GrpcMethod.Create<TapReport, TapCommand>(ProxyMethods.AttachTap), Tap.AttachAsync)
        .Build();

    private FakeDestination Find(string path) => _destinations.GetOrAdd(path, _ => new FakeDestination());

    private async Task GetAsync(WireDestination request, IServerStreamWriter<Update> responses, ServerCallContext context)
    {
        _asked.Enqueue(request.Path);
        Callers.Enqueue(context.RequestHeaders);

        await foreach (var update in Find(request.Path).FollowAsync(context.CancellationToken))
        {
            await responses.WriteAsync(update, context.CancellationToken);
        }
    }

    private async Task ReportAsync(IAsyncStreamReader<ReportRequest> requests, IServerStreamWriter<ReportResponse> responses, ServerCallContext context)
    {
        while (await requests.MoveNext(context.CancellationToken))
        {
            _reports.Enqueue(requests.Current);
            await responses.WriteAsync(new ReportResponse { IntervalMs = 20 }, context.CancellationToken);
        }
    }
}
