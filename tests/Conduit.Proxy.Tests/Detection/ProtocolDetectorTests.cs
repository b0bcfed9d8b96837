using System.Text;
using Conduit.Proxy.Detection;

namespace Conduit.Proxy.Tests.Detection;

public sealed class ProtocolDetectorTests
{
    [Theory]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", ApplicationProtocol.Http2)]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004", ApplicationProtocol.Http2)]
    [InlineData("GET / HTTP/1.1\r\n", ApplicationProtocol.Http1)]
    [InlineData("M-SEARCH * HTTP/1.0\r\nHost", ApplicationProtocol.Http1)]
    [InlineData("GET test HTTP/1.1\r\n", ApplicationProtocol.Http1)]
    [InlineData("PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n", ApplicationProtocol.Opaque)]
    [InlineData("GET / HTTP/2.0\r\n", ApplicationProtocol.Opaque)]
    [InlineData("EHLO mail.example\r\n", ApplicationProtocol.Opaque)]
    [InlineData("GET key\r\n", ApplicationProtocol.Opaque)]
    [InlineData("*1\r\n$4\r\nPING\r\n", ApplicationProtocol.Opaque)]
    [InlineData("PING\r\n", ApplicationProtocol.Opaque)]
    [InlineData(" GET / HTTP/1.1\r\n", ApplicationProtocol.Opaque)]
    [InlineData("\u0016\u0003\u0001\u0002\0\u0001", ApplicationProtocol.Tls)]
    [InlineData("\u0016\u0003\u0003\u0002\0\u0002", ApplicationProtocol.Opaque)]
    [InlineData("\u0016\u0002\u0003\u0002\0\u0001", ApplicationProtocol.Opaque)]
    [InlineData("AWORDTHATISLONGERTHANANYMETHODEVERWAS", ApplicationProtocol.Opaque)]
    public void The_first_bytes_tell_the_protocol(string bytes, object expected)
    {
        Assert.Equal(expected, ProtocolDetector.Detect(Bytes(bytes)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r")]
    [InlineData("\u0016")]
    [InlineData("\u0016\u0003\u0001\u0002\0")]
    [InlineData("GET")]
    [InlineData("GET ")]
    [InlineData("GET / HTTP/1.1\r")]
    public void Too_few_bytes_tell_nothing(string bytes) => Assert.Null(ProtocolDetector.Detect(Bytes(bytes)));

    [Fact]
    public void A_line_without_end_is_no_request() => Assert.Equal(ApplicationProtocol.Opaque, ProtocolDetector.Detect(Bytes("GET /" + new string('x', 70_000))));

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
