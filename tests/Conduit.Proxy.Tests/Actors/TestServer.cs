using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Conduit.Proxy.Tests.Actors;

/// <summary>An application behind the proxy, on a free loopback port.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;

    private TestServer(WebApplication app, RequestDelegate handle)
    {
        _app = app;
        _app.Run(context =>
        {
            Interlocked.Increment(ref _requests);
            return handle(context);
        });
    }

    public IPEndPoint Address { get; private set; } = new(IPAddress.None, 0);

    public int Requests => Volatile.Read(ref _requests);

    public static Task<TestServer> Http1Async(RequestDelegate handle) => StartAsync(HttpProtocols.Http1, handle);

    public static Task<TestServer> Http2Async(RequestDelegate handle) => StartAsync(HttpProtocols.Http2, handle);

    /// <summary>Answers every request with the same text.</summary>
    public static Task<TestServer> Http1Async(string text) => Http1Async(context => context.Response.WriteAsync(text));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static async Task<TestServer> StartAsync(HttpProtocols protocols, RequestDelegate handle)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols);
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestHeadersTotalSize = 128 * 1024;
            kestrel.Limits.Http2.MaxRequestHeaderFieldSize = 128 * 1024;
            kestrel.Limits.Http2.MaxStreamsPerConnection = 2_000;
        });
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        var server = new TestServer(builder.Build(), handle);
        await server._app.StartAsync();
        var addresses = server._app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        server.Address = IPEndPoint.Parse(new Uri(addresses.Single()).Authority);
        return server;
    }
}
