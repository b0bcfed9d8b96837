using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Conduit.Proxy.Tests.Actors;

/// <summary>An application behind the proxy, on a free loopback port.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private WebApplication _app = null!;
    private int _requests;

    private TestServer()
    {
    }

    public IPEndPoint Address => LoopbackApp.AddressOf(_app);

    public int Requests => Volatile.Read(ref _requests);

    public static Task<TestServer> Http1Async(RequestDelegate handle) => StartAsync(HttpProtocols.Http1, handle);

    public static Task<TestServer> Http2Async(RequestDelegate handle) => StartAsync(HttpProtocols.Http2, handle);

    /// <summary>Answers every request with the same text.</summary>
    public static Task<TestServer> Http1Async(string text) => Http1Async(context => context.Response.WriteAsync(text));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static async Task<TestServer> StartAsync(HttpProtocols protocols, RequestDelegate handle)
    {
        var server = new TestServer();
        server._app = await LoopbackApp.StartAsync(
            new IPEndPoint(IPAddress.Loopback, 0),
            protocols,
            _ => { },
            app => app.Run(context =>
            {
                Interlocked.Increment(ref server._requests);
                return handle(context);
            }));
        return server;
    }
}
