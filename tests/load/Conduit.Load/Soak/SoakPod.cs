using Conduit.Load.Machine;
using Conduit.Load.Meshes;

namespace Conduit.Load.Soak;

/// <summary>A server's proxy, inbound before one origin of each version of HTTP.</summary>
internal sealed class SoakPod
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromMinutes(1);

    private readonly int _metrics;

    private SoakPod(int http1, int http2, int metrics, ChildProcess proxy) => (Http1, Http2, _metrics, Proxy) = (http1, http2, metrics, proxy);

    public int Http1 { get; }

    public int Http2 { get; }

    public ChildProcess Proxy { get; }

    public static async Task<SoakPod> StartAsync(int controller, int http1Origin, int http2Origin)
    {
        var (http1, http2, metrics) = (Ports.Free(), Ports.Free(), Ports.Free());
        var settings = new Dictionary<string, string>
        {
            ["CONDUIT_PROXY_FORWARDS"] = $"tcp://127.0.0.1:{http1}=tcp://127.0.0.1:{http1Origin},tcp://127.0.0.1:{http2}=tcp://127.0.0.1:{http2Origin}",
        };
        return new SoakPod(http1, http2, metrics, await MeshPrograms.StartProxyAsync(controller, metrics, settings, http2));
    }

    /// <summary>Tells the proxy to end, and waits until it has drained.</summary>
    public async Task EndAsync()
    {
        using var client = new HttpClient();
        using var answer = await client.PostAsync(new Uri($"http://127.0.0.1:{_metrics}/shutdown"), content: null);
        await Proxy.EndsAsync(EndLimit);
        await Proxy.DisposeAsync();
    }
}
