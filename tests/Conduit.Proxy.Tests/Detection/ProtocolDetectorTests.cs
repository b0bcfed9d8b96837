using System.Buffers;
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
    [InlineData("\u0016\u0003\u0001", ApplicationProtocol.Opaque)]
    [InlineData("AWORDTHATISLONGERTHANANYMETHODEVERWAS", ApplicationProtocol.Opaque)]
    public void The_first_bytes_tell_the_protocol(string bytes, object expected)
    {
        Assert.Equal(expected, ProtocolDetector.Detect(Whole(bytes)));
        Assert.Equal(expected, ProtocolDetector.Detect(Split(bytes)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r")]
    [InlineData("GET")]
    [InlineData("GET ")]
    [InlineData("GET / HTTP/1.1\r")]
    public void Too_few_bytes_tell_nothing(string bytes) => Assert.Null(ProtocolDetector.Detect(Whole(bytes)));

    [Fact]
    public void A_line_without_end_is_no_request() => Assert.Equal(ApplicationProtocol.Opaque, ProtocolDetector.Detect(Whole("GET /" + new string('x', 70_000))));

    private static ReadOnlySequence<byte> Whole(string bytes) => new(Encoding.Latin1.GetBytes(bytes));

    private static ReadOnlySequence<byte> Split(string bytes)
    {
        Piece? first = null;
        Piece? last = null;

        foreach (var value in Encoding.Latin1.GetBytes(bytes))
        {
            last = last is null ? first = new Piece([value]) : last.Then([value]);
        }

        return new ReadOnlySequence<byte>(first!, 0, last!, 1);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(byte[] bytes) => Memory = bytes;

        public Piece Then(byte[] bytes)
        {
            var next = new Piece(bytes) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
