using Conduit.Proxy.Hosting.Settings;
using Conduit.Proxy.Http1;
using Conduit.Proxy.Tests.Actors;
using Microsoft.Extensions.DependencyInjection;

namespace Conduit.Proxy.Tests.Http1;

/// <summary>A server, one proxy or two in a row before it, and clients of the last, all by hand and byte by byte.</summary>
internal sealed class Http1Chain : IAsyncDisposable
{
    private readonly List<RawPeer> _clients = [];

    private Http1Chain()
    {
    }

    public RawOrigin Server { get; } = new();

    /// <summary>The one next to the server comes first.</summary>
    public List<TestProxy> Proxies { get; } = [];

    public static async Task<Http1Chain> StartAsync(int proxies, Http1Options? options = null)
    {
        var chain = new Http1Chain();
        var target = chain.Server.Address;

        for (var proxy = 0; proxy < proxies; proxy++)
        {
            chain.Proxies.Add(await new TestProxy().With(SettingNames.HttpEngine, "relay").Forward(target)
                .StartAsync(services => services.AddSingleton(options ?? new Http1Options())));
            target = chain.Proxies[^1].Inbound;
        }

        return chain;
    }

    public async Task<RawPeer> ConnectAsync()
    {
        var client = await RawPeer.ConnectAsync(Proxies[^1].Inbound);
        _clients.Add(client);
        return client;
    }

    /// <summary>Sends a request on a connection of its own, and waits until it is at the server.</summary>
    public async Task<(RawPeer Client, RawPeer Server, string Head)> RequestAsync(string request)
    {
        var client = await ConnectAsync();
        await client.SendAsync(request);
        var (server, head) = await Server.NextAsync();
        return (client, server, head);
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        Server.Dispose();

        foreach (var proxy in Enumerable.Reverse(Proxies))
        {
            await proxy.DisposeAsync();
        }
    }
}
