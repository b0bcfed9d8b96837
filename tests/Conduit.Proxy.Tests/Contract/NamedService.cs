using System.Net;
using Conduit.Protocol.Destinations;
using Conduit.Proxy.Tests.Actors;

namespace Conduit.Proxy.Tests.Contract;

/// <summary>A service that a controller knows by name, the proxies on the way to it, and a client that calls it by that name.</summary>
internal sealed class NamedService : IAsyncDisposable
{
    public const string Name = "tele.test.svc.cluster.local";

    private const string Path = $"{Name}:80";

    private readonly TestServer _server;
    private readonly FakeController _controller;
    private readonly TestProxy? _inbound;
    private readonly TestProxy? _outbound;
    private readonly TestClient _client;

    private NamedService(TestServer server, FakeController controller, TestProxy? inbound, TestProxy? outbound)
    {
        (_server, _controller, _inbound, _outbound) = (server, controller, inbound, outbound);
        _client = TestClient.Http1(outbound?.Outbound ?? inbound!.Inbound);
    }

    /// <summary>The server's proxy.</summary>
    public TestProxy Inbound => _inbound!;

    /// <summary>The client's proxy.</summary>
    public TestProxy Outbound => _outbound!;

    public IEnumerable<TestProxy> Proxies => new[] { _outbound, _inbound }.OfType<TestProxy>();

    /// <param name="way">Which proxies there are: a word of <see cref="Way"/>.</param>
    /// <param name="says">What the controller says of the endpoint; by default only that it is one.</param>
    public static async Task<NamedService> StartAsync(string way, Func<IPEndPoint, Update>? says = null)
    {
        var server = await TestServer.Http1Async("x");
        var controller = await FakeController.StartAsync();
        var inbound = way == Way.Outbound ? null : await new TestProxy().Forward(server.Address).StartAsync();
        var outbound = way == Way.Inbound ? null : await new TestProxy().Controller(controller).StartAsync();
        var service = new NamedService(server, controller, inbound, outbound);
        service.Says(says ?? (endpoint => FakeController.AddOf(endpoint)));
        return service;
    }

    public void Says(Func<IPEndPoint, Update> update) => _controller.Says(Path, update(_inbound?.Inbound ?? _server.Address));

    public Task CallAsync() => _client.GetAsync("/", Name);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();

        foreach (var proxy in Proxies)
        {
            await proxy.DisposeAsync();
        }

        await _controller.DisposeAsync();
        await _server.DisposeAsync();
    }
}
