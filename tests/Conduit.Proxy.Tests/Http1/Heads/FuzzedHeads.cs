namespace Conduit.Proxy.Tests.Http1.Heads;

/// <summary>Messages with a fault or none: mostly where a reader might stumble.</summary>
internal static class FuzzedHeads
{
    private static readonly byte[][] Requests =
    [
        "GET / HTTP/1.1\r\nHost: a.b\r\nUser-Agent: x\r\n\r\n"u8.ToArray(),
        "POST http://a.b/c?d HTTP/1.0\r\nConnection: keep-alive, x, te\r\nX: 1\r\nTE: trailers\r\nContent-Length: 10\r\n\r\n"u8.ToArray(),
        "CONNECT a.b:443 HTTP/1.1\r\nHost: a.b:443\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"u8.ToArray(),
        "PUT /x HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\nExpect: 100-continue\r\nHost:\r\n\r\n"u8.ToArray(),
    ];

    private static readonly byte[][] Responses =
    [
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 3\r\nConnection: close\r\n\r\n"u8.ToArray(),
        "HTTP/1.0 404\r\nKeep-Alive: 1\r\nconduit-error: CDT0102 connect\r\n\r\n"u8.ToArray(),
        "HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(),
        "HTTP/1.1 200 \r\nTransfer-Encoding : gzip, chunked\r\nHost: a\r\nContent-Length: 007\r\n\r\n"u8.ToArray(),
    ];

    public static byte[] Request(Random random) => Mutate(random, Requests);

    public static byte[] Response(Random random) => Mutate(random, Responses);

    public static byte[] Mutate(Random random, byte[][] seeds)
    {
        const string Likely = "\r\n\t ,:;09afAF=\0\u007f\u00ff/-";
        var bytes = seeds[random.Next(seeds.Length)].ToList();

        for (var change = random.Next(5); change > 0 && bytes.Count > 0; change--)
        {
            var place = random.Next(bytes.Count);

            switch (random.Next(4))
            {
                case 0:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[place] = (byte)Likely[random.Next(Likely.Length)];
                    break;
                case 2:
                    bytes.Insert(place, (byte)Likely[random.Next(Likely.Length)]);
                    break;
                default:
                    bytes.RemoveAt(place);
                    break;
            }
        }

        return [.. bytes];
    }
}
