using System.IO.Compression;
using System.Text;
using Conduit.Proxy.Hosting;
using Conduit.Proxy.Telemetry;

namespace Conduit.Proxy.Admin;

/// <summary>Answers <c>/metrics</c>, <c>/ready</c>, <c>/ping</c>, and from this host alone <c>POST /shutdown</c>.</summary>
internal sealed class AdminApplication(MetricsPage metrics, Readiness readiness, IHostApplicationLifetime lifetime)
{
    public AdminAnswer Answer(in AdminRequest request) => request.Path switch
    {
        "/metrics" when request.IsRead => Metrics(request.TakesGzip),
        "/ready" when request.IsRead => readiness.IsReady ? AdminAnswer.Text(200, "ok\n") : AdminAnswer.Text(503, "not ready\n"),
        "/ping" when request.IsRead => AdminAnswer.Text(200, "pong\n"),
        "/shutdown" when request.Method == "POST" => ShutDown(request),
        "/metrics" or "/ready" or "/ping" or "/shutdown" => AdminAnswer.Text(405, "method not allowed\n"),
        _ => AdminAnswer.Text(404, "not found\n"),
    };

    private static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();

        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }

    private AdminAnswer Metrics(bool takesGzip)
    {
        var content = Encoding.UTF8.GetBytes(metrics.Render());
        return new AdminAnswer(200, MetricsText.ContentType, takesGzip ? Compress(content) : content) { IsCompressed = takesGzip };
    }

    // Whoever can reach the pod can reach this port, but only the pod's own containers may end its proxy.
    private AdminAnswer ShutDown(in AdminRequest request)
    {
        if (!request.IsFromThisHost)
        {
            return AdminAnswer.Text(403, "only from this host\n");
        }

        lifetime.StopApplication();
        return AdminAnswer.Text(202, "shutting down\n");
    }
}
