using System.IO.Compression;
using System.Net;
using System.Text;
using Conduit.Proxy.Hosting;
using Conduit.Proxy.Telemetry;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Conduit.Proxy.Admin;

/// <summary>Answers <c>/metrics</c>, <c>/ready</c>, <c>/ping</c>, and from this host alone <c>POST /shutdown</c>.</summary>
internal sealed class AdminApplication(MetricsPage metrics, Readiness readiness, IHostApplicationLifetime lifetime) : IHttpApplication<HttpContext>
{
    private const string Gzip = "gzip";

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/metrics" when IsRead(context) => WriteMetricsAsync(context),
        "/ready" when IsRead(context) => readiness.IsReady
            ? WriteTextAsync(context, StatusCodes.Status200OK, "ok\n")
            : WriteTextAsync(context, StatusCodes.Status503ServiceUnavailable, "not ready\n"),
        "/ping" when IsRead(context) => WriteTextAsync(context, StatusCodes.Status200OK, "pong\n"),
        "/shutdown" when HttpMethods.IsPost(context.Request.Method) => ShutDownAsync(context),
        "/metrics" or "/ready" or "/ping" or "/shutdown" => WriteTextAsync(context, StatusCodes.Status405MethodNotAllowed, "method not allowed\n"),
        _ => WriteTextAsync(context, StatusCodes.Status404NotFound, "not found\n"),
    };

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    private static bool IsRead(HttpContext context) => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    private static Task WriteTextAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return WriteAsync(context, Encoding.UTF8.GetBytes(text));
    }

    private static async Task WriteAsync(HttpContext context, byte[] content)
    {
        context.Response.ContentLength = content.Length;

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
        }
    }

    private static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();

        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }

    private Task WriteMetricsAsync(HttpContext context)
    {
        var content = Encoding.UTF8.GetBytes(metrics.Render());
        context.Response.ContentType = MetricsText.ContentType;

        if (context.Request.Headers.AcceptEncoding.ToString().Contains(Gzip, StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.ContentEncoding = Gzip;
            content = Compress(content);
        }

        return WriteAsync(context, content);
    }

    // Whoever can reach the pod can reach this port, but only the pod's own containers may end its proxy.
    private Task ShutDownAsync(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } client || !IPAddress.IsLoopback(client.IsIPv4MappedToIPv6 ? client.MapToIPv4() : client))
        {
            return WriteTextAsync(context, StatusCodes.Status403Forbidden, "only from this host\n");
        }

        lifetime.StopApplication();
        return WriteTextAsync(context, StatusCodes.Status202Accepted, "shutting down\n");
    }
}
