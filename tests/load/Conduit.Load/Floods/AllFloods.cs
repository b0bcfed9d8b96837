using System.Text;
using Conduit.Load.Servers;

namespace Conduit.Load.Floods;

/// <summary>Slow enough that the client which sends them leaves the machine to others, fast enough that each is an attack.</summary>
internal static class AllFloods
{
    private const int Modest = 500;
    private const int Fast = 5_000;

    private static readonly byte[] Opened = Frames.Opening();

    public static IReadOnlyList<Flood> All { get; } =
    [
        new("connections that say nothing", Wire.Http1, 1, Modest, [], _ => []),
        new("slowloris", Wire.Http1, 1_000, Modest, Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: a\r\n"), _ => "X: y\r\n"u8.ToArray()),
        new("rapid reset", Wire.Http2, 4, Fast, Opened, number => [.. Frames.Get(IdOf(number), "/small"), .. Frames.Reset(IdOf(number))]),
        new("CONTINUATION", Wire.Http2, 4, Fast, [.. Opened, .. Frames.UnfinishedHeaders(1)], _ => Frames.Continuation(1, length: 1024)),
        new("SETTINGS", Wire.Http2, 4, Fast, Opened, _ => Frames.Settings()),
        new("PING", Wire.Http2, 4, Fast, Opened, _ => Frames.Ping()),
        new("PING, answers unread", Wire.Http2, 4, Fast, Opened, _ => Frames.Ping()) { Reads = false },
        new("zero windows", Wire.Http2, 20, Modest, Frames.Opening(window: 0), number => Frames.Get(IdOf(number), "/large")),
    ];

    private static int IdOf(int number) => (2 * number) + 1;
}
