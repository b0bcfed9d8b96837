using Conduit.Load.Servers;

namespace Conduit.Load.Soak;

/// <summary>A kind of request that the soak is made of.</summary>
/// <param name="Name">In the report.</param>
/// <param name="Wire">HTTP/1 or HTTP/2.</param>
/// <param name="Path">What is asked for.</param>
/// <param name="Share">Of all requests.</param>
/// <param name="Connections">Opened anew for each round.</param>
/// <param name="Streams">At a time on each.</param>
/// <param name="Body">Bytes of its body; 0 for GET.</param>
internal sealed record SoakShape(string Name, Wire Wire, string Path, double Share, int Connections, int Streams, int Body = 0)
{
    public static IReadOnlyList<SoakShape> All { get; } =
    [
        new("HTTP/2, small, 8×16", Wire.Http2, "/small", 0.55, 8, 16),
        new("HTTP/2, 1 KB there and back", Wire.Http2, "/echo", 0.1, 4, 8, 1 << 10),
        new("HTTP/2, 256 KB there and back while it is still sent", Wire.Http2, "/echo", 0.0005, 2, 2, 1 << 18),
        new("HTTP/2, 1 MB down", Wire.Http2, "/large", 0.0005, 2, 2),
        new("HTTP/1, small, 16 connections", Wire.Http1, "/small", 0.3, 16, 1),
        new("HTTP/1, 1 KB up", Wire.Http1, "/sink", 0.0485, 8, 1, 1 << 10),
        new("HTTP/1, 1 MB down", Wire.Http1, "/large", 0.0005, 2, 1),
    ];
}
