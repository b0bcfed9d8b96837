using System.IO.Compression;
using System.Text;
using Conduit.Grpc.Framing;

namespace Conduit.Grpc.Tests.Framing;

/// <summary>Makes frames by hand, so that the code under test is not its own witness.</summary>
internal static class Frames
{
    public static byte[] Plain(string text) => Frame(0, Encoding.ASCII.GetBytes(text));

    public static byte[] Gzipped(string text) => Frame(1, Gzip(Encoding.ASCII.GetBytes(text)));

    public static byte[] Frame(byte flag, byte[] payload) =>
        [flag, (byte)(payload.Length >> 24), (byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length, .. payload];

    public static byte[] Gzip(byte[] payload)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
        {
            gzip.Write(payload);
        }

        return target.ToArray();
    }

    public static MessageDecoder Decoder(string? encoding = null, int? limit = null, StatusCode unsupported = StatusCode.Unimplemented) =>
        new(encoding, limit, unsupported);
}
