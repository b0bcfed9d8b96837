using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Conduit.Integration.Tests.Dashboard;

/// <summary>Shows a server below a prefix, as the service proxy of the Kubernetes API does. It can go away.</summary>
internal sealed class PrefixProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new();

    private PrefixProxy(WebApplication app, Uri address)
    {
        (_app, Address) = (app, address);
    }

    public Uri Address { get; }

    public static async Task<PrefixProxy> StartAsync(Uri server, string prefix)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        PrefixProxy proxy = null!;
        app.Run(context => proxy.ForwardAsync(context, server, prefix));
        await app.StartAsync();
        proxy = new PrefixProxy(app, new Uri(new Uri(app.Urls.Single()), prefix));
        return proxy;
    }

    /// <summary>Breaks what is open, too.</summary>
    public async Task StopAsync()
    {
        _client.CancelPendingRequests();
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task ForwardAsync(HttpContext context, Uri server, string prefix)
    {
        var path = context.Request.Path.Value!;

        if (!path.StartsWith(prefix, StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var answer = await _client.GetAsync(
            new Uri(server, path[prefix.Length..] + context.Request.QueryString), HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await using var body = await answer.Content.ReadAsStreamAsync(context.RequestAborted);
        var buffer = new byte[16_384];

        // Each piece goes on at once, or events would wait for others.
        while (await body.ReadAsync(buffer, context.RequestAborted) is var read and > 0)
        {
            await context.Response.Body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
