using System.Text;
using Conduit.Proxy.Http1.Bodies;

namespace Conduit.Proxy.Tests.Http1.Bodies;

public sealed class ChunkScannerTests
{
    private const string Body = "5;x=\"y\"\r\nhello\r\n01 ;z\r\n!\r\n000\r\nTrailer: 1\r\n\r\n";

    [Fact]
    public void The_end_is_found_however_the_bytes_are_cut()
    {
        var bytes = Encoding.Latin1.GetBytes(Body + "next");

        for (var cut = 1; cut < Body.Length; cut++)
        {
            var scanner = default(ChunkScanner);

            Assert.Equal(BodyProgress.More, scanner.Take(bytes.AsSpan(0, cut), out var first, out var content));
            Assert.Equal(cut, first);
            Assert.Equal(BodyProgress.Done, scanner.Take(bytes.AsSpan(cut), out var second, out var more));
            Assert.Equal(Body.Length - cut, second);
            Assert.Equal("hello!".Length, content + more);
        }
    }

    [Fact]
    public void Extensions_and_trailers_without_end_are_refused()
    {
        Assert.Equal(BodyProgress.Broken, Scan("1;" + new string('x', 10_000)));
        Assert.Equal(BodyProgress.Broken, Scan(new string('0', 10_000)));
        Assert.Equal(BodyProgress.Broken, Scan("0\r\n" + string.Concat(Enumerable.Repeat("A: 1\r\n", 20_000))));
    }

    private static BodyProgress Scan(string text)
    {
        var scanner = default(ChunkScanner);
        return scanner.Take(Encoding.Latin1.GetBytes(text), out _, out _);
    }
}
