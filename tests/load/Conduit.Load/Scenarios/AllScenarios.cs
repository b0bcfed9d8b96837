using Conduit.Load.Clients;
using Conduit.Load.Servers;

namespace Conduit.Load.Scenarios;

/// <summary>The rows of DESIGN's goals: each bounded in count, so each ends by itself.</summary>
internal static class AllScenarios
{
    /// <summary>The one that finds out how much a proxy carries.</summary>
    public const string Saturation = "h2 8x16";

    private const string Small = "/small";
    private const string Large = "/large";
    private const int Connections = 8;

    public static IReadOnlyList<Scenario> Of(double scale) =>
    [
        Http(Saturation, Wire.Http2, Small, new HttpLoad(Scaled(200_000, scale), Connections, 16)),
        Http("h2 8x1", Wire.Http2, Small, new HttpLoad(Scaled(50_000, scale), 8, 1)),
        Http("h2 1x1", Wire.Http2, Small, new HttpLoad(Scaled(15_000, scale), 1, 1)),
        Http("h2 10 at 50 rps", Wire.Http2, Small, new HttpLoad(Scaled(5_000, scale), 10, 1, Rate: 50)),
        Http("h2 at 2,000 rps", Wire.Http2, Small, new HttpLoad(Scaled(20_000, scale), 10, 4, Rate: 200)),
        Http("h1 32", Wire.Http1, Small, new HttpLoad(Scaled(60_000, scale), 32, 1)),
        Http("h1 1", Wire.Http1, Small, new HttpLoad(Scaled(15_000, scale), 1, 1)),
        Http("h2 1 MB", Wire.Http2, Large, new HttpLoad(Scaled(500, scale), 4, 2)),
        Http("h1 1 MB", Wire.Http1, Large, new HttpLoad(Scaled(500, scale), 8, 1)),
        new("tcp messages", "message", Wire.Tcp, port => TcpLoad.MessagesAsync(port, connections: 8, Scaled(60_000, scale), size: 100)),
        new("tcp bulk", "MB", Wire.Tcp, port => TcpLoad.BulkAsync(port, Scaled(1_000, scale))),
    ];

    /// <summary>The same load on all, half of what the slowest carries at most: what it does to latencies when nobody is overloaded.</summary>
    public static Scenario AtHalf(double slowestPerSecond, double scale)
    {
        var rate = Math.Floor(slowestPerSecond / 2 / Connections);
        return Http($"h2 at half of the slowest's saturation, {rate * Connections:0} requests/s", Wire.Http2, Small, new HttpLoad(Scaled(50_000, scale), Connections, 16, rate));
    }

    private static Scenario Http(string name, Wire wire, string path, HttpLoad load) =>
        new(name, "request", wire, port => H2Load.RunAsync(wire, port, path, load));

    private static int Scaled(int count, double scale) => Math.Max(100, (int)(count * scale));
}
