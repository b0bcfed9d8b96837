using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Conduit.Load.Servers;

/// <summary>Answers as the origins do, each request after the same time.</summary>
internal sealed class TimedServer : IAsyncDisposable
{
    private static readonly byte[] SmallBody = new byte[100];
    private static readonly byte[] LargeBody = new byte[Origins.LargeBody];

    private readonly WebApplication _app;
    private long _requests;

    private TimedServer(Wire wire, TimeSpan time)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
            kestrel.ListenLocalhost(Port, listen => listen.Protocols = wire == Wire.Http2 ? HttpProtocols.Http2 : HttpProtocols.Http1);
        });
        _app = builder.Build();
        _app.Run(context => AnswerAsync(context, time));
    }

    public int Port { get; } = Machine.Ports.Free();

    public long Requests => Interlocked.Read(ref _requests);

    public static async Task<TimedServer> StartAsync(Wire wire, TimeSpan time)
    {
        var server = new TimedServer(wire, time);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, TimeSpan time)
    {
        Interlocked.Increment(ref _requests);
        await Task.Delay(time, TimeProvider.System, context.RequestAborted);

        if (HttpMethods.IsPost(context.Request.Method))
        {
            await context.Request.Body.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        else
        {
            await context.Response.Body.WriteAsync(context.Request.Path == "/large" ? LargeBody : SmallBody, context.RequestAborted);
        }
    }
}
