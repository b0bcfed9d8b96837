using System.Net;
using Conduit.Proxy.Tests.Actors;
using Microsoft.AspNetCore.Http;

namespace Conduit.Proxy.Tests.Contract;

/// <summary>A server, with a proxy of its own before it when two proxies in a row are meant.</summary>
internal sealed class MeshedServer : IAsyncDisposable
{
    private readonly TestServer _server;
    private readonly TestProxy? _proxy;

    private MeshedServer(TestServer server, TestProxy? proxy) => (_server, _proxy) = (server, proxy);

    public IPEndPoint Address => _proxy?.Inbound ?? _server.Address;

    /// <param name="version">1 or 2.</param>
    /// <param name="proxies">From the client to here: 1 or 2.</param>
    /// <param name="handle">What is answered.</param>
    public static async Task<MeshedServer> StartAsync(int version, int proxies, RequestDelegate handle)
    {
        var server = version == 1 ? await TestServer.Http1Async(handle) : await TestServer.Http2Async(handle);
        return new MeshedServer(server, proxies == 1 ? null : await new TestProxy().Forward(server.Address).StartAsync());
    }

    public static Task<MeshedServer> StartAsync(int version, int proxies, string text) =>
        StartAsync(version, proxies, context => context.Response.WriteAsync(text));

    public async ValueTask DisposeAsync()
    {
        if (_proxy is not null)
        {
            await _proxy.DisposeAsync();
        }

        await _server.DisposeAsync();
    }
}
