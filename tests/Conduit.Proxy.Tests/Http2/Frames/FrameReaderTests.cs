using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Tests.Http2.Hpack;
using Conduit.Proxy.Transport.Buffers;
using Conduit.Proxy.Transport.Timers;

namespace Conduit.Proxy.Tests.Http2.Frames;

public sealed class FrameReaderTests
{
    private readonly RecordingFrameHandler _handler = new();
    private readonly BufferPool _buffers = new(new TimerWheel(TimeProvider.System));
    private readonly FrameReader _reader;

    public FrameReaderTests() => _reader = new FrameReader(new FrameParser(_handler, new FieldBlockAssembler(64 * 1024)), _buffers);

    [Theory]
    [InlineData("000003 00 01 00000001 616263", "DATA 1 616263 flow=3 end")]
    [InlineData("000005 00 08 00000001 02 6162 0000", "DATA 1 6162 flow=5")]
    [InlineData("000002 01 05 00000003 8286", "HEADERS 3 8286 end")]
    [InlineData("000007 01 24 00000003 8000000110 8286", "HEADERS 3 8286")]
    [InlineData("000009 01 2c 00000003 01 8000000110 8286 00", "HEADERS 3 8286")]
    [InlineData("000005 02 00 00000003 8000000110", "ignored 2")]
    [InlineData("000004 03 00 00000003 00000008", "RESET 3 8")]
    [InlineData("000006 04 00 00000000 000300000064", "SETTINGS 000300000064")]
    [InlineData("000000 04 01 00000000", "SETTINGS ack")]
    [InlineData("000008 06 00 00000000 0102030405060708", "PING 0102030405060708")]
    [InlineData("000008 06 01 00000000 0102030405060708", "PING 0102030405060708 ack")]
    [InlineData("00000a 07 00 00000000 80000007 00000002 6869", "GOAWAY 7 2")]
    [InlineData("000004 08 00 80000005 80000010", "WINDOW_UPDATE 5 16")]
    [InlineData("000004 08 00 00000000 00000000", "WINDOW_UPDATE 0 0")]
    [InlineData("000001 42 ff 00000009 00", "ignored 66")]
    public void Frames_are_read_as_the_specification_lays_them_out(string hex, string line)
    {
        Assert.Equal(Http2Error.None, Read(hex));
        Assert.Equal([line], _handler.Lines);
    }

    [Theory]
    [InlineData("004001 00 00 00000001", Http2Error.FrameSize)] // longer than 16,384
    [InlineData("000000 00 00 00000000", Http2Error.Protocol)] // DATA on stream 0
    [InlineData("000001 00 08 00000001 01", Http2Error.Protocol)] // all padding and more
    [InlineData("000000 00 08 00000001", Http2Error.Protocol)] // no pad length
    [InlineData("000000 01 04 00000000", Http2Error.Protocol)] // HEADERS on stream 0
    [InlineData("000004 01 24 00000001 00000000", Http2Error.FrameSize)] // priority cut off
    [InlineData("000005 02 00 00000000 0000000000", Http2Error.Protocol)] // PRIORITY on stream 0
    [InlineData("000004 02 00 00000001 00000000", Http2Error.FrameSize)]
    [InlineData("000004 03 00 00000000 00000000", Http2Error.Protocol)] // RST_STREAM on stream 0
    [InlineData("000003 03 00 00000001 000000", Http2Error.FrameSize)]
    [InlineData("000000 04 00 00000001", Http2Error.Protocol)] // SETTINGS on a stream
    [InlineData("000001 04 00 00000000 00", Http2Error.FrameSize)]
    [InlineData("000006 04 01 00000000 000300000064", Http2Error.FrameSize)] // acknowledgement with content
    [InlineData("000006 04 00 00000000 000200000002", Http2Error.Protocol)] // ENABLE_PUSH 2
    [InlineData("000006 04 00 00000000 000480000000", Http2Error.FlowControl)] // INITIAL_WINDOW_SIZE 2³¹
    [InlineData("000006 04 00 00000000 000500003fff", Http2Error.Protocol)] // MAX_FRAME_SIZE 16,383
    [InlineData("000006 04 00 00000000 000501000000", Http2Error.Protocol)] // MAX_FRAME_SIZE 2²⁴
    [InlineData("000004 05 04 00000001 00000002", Http2Error.Protocol)] // PUSH_PROMISE
    [InlineData("000008 06 00 00000001 0000000000000000", Http2Error.Protocol)] // PING on a stream
    [InlineData("000006 06 00 00000000 000000000000", Http2Error.FrameSize)]
    [InlineData("000008 07 00 00000001 0000000000000000", Http2Error.Protocol)] // GOAWAY on a stream
    [InlineData("000004 07 00 00000000 00000000", Http2Error.FrameSize)]
    [InlineData("000003 08 00 00000000 000000", Http2Error.FrameSize)]
    [InlineData("000000 09 04 00000001", Http2Error.Protocol)] // CONTINUATION of nothing
    [InlineData("000001 01 00 00000001 82 000000 00 00 00000001", Http2Error.Protocol)] // DATA inside a field block
    [InlineData("000001 01 00 00000001 82 000001 09 04 00000003 86", Http2Error.Protocol)] // CONTINUATION of another stream
    public void Frames_that_break_the_rules_end_the_connection_with_the_right_code(string hex, object error) => Assert.Equal(error, Read(hex));

    [Fact]
    public void A_field_block_in_several_frames_is_put_together()
    {
        Assert.Equal(Http2Error.None, Read("000001 01 01 00000001 82 000001 09 00 00000001 86 000001 09 04 00000001 84"));
        Assert.Equal(["HEADERS 1 828684 end"], _handler.Lines);
    }

    [Fact]
    public void Frames_may_be_cut_anywhere()
    {
        var bytes = HeaderLines.Bytes("000003 00 01 00000001 616263 000000 04 00 00000000 000008 06 00 00000000 0102030405060708 000001 01 04 00000003 82");
        string[] lines = ["DATA 1 616263 flow=3 end", "SETTINGS ", "PING 0102030405060708", "HEADERS 3 82"];

        for (var first = 0; first <= bytes.Length; first++)
        {
            for (var second = first; second <= bytes.Length; second++)
            {
                _handler.Lines.Clear();

                Assert.Equal(Http2Error.None, _reader.Read(bytes.AsSpan(0, first)));
                Assert.Equal(Http2Error.None, _reader.Read(bytes.AsSpan(first, second - first)));
                Assert.Equal(Http2Error.None, _reader.Read(bytes.AsSpan(second)));

                Assert.Equal(lines, _handler.Lines);
                Assert.Equal(0, _buffers.Lent);
            }
        }
    }

    [Fact]
    public void A_flood_of_empty_continuations_is_refused()
    {
        Assert.Equal(Http2Error.None, Read("000000 01 00 00000001"));
        var error = Http2Error.None;

        for (var frame = 0; frame < 1000 && error == Http2Error.None; frame++)
        {
            error = Read("000000 09 00 00000001");
        }

        Assert.Equal(Http2Error.EnhanceYourCalm, error);
    }

    [Fact]
    public void A_field_block_that_grows_too_long_is_refused()
    {
        Assert.Equal(Http2Error.None, Read("000000 01 00 00000001"));
        var continuation = new byte[FrameHeader.Size + 16_384];
        new FrameHeader(16_384, FrameType.Continuation, FrameFlags.None, 1).Write(continuation);

        Assert.Equal(
            [Http2Error.None, Http2Error.None, Http2Error.None, Http2Error.None, Http2Error.EnhanceYourCalm],
            Enumerable.Range(0, 5).Select(_ => _reader.Read(continuation)));
    }

    [Fact]
    public void The_handlers_error_stops_the_reading()
    {
        _handler.Answer = Http2Error.Internal;

        Assert.Equal(Http2Error.Internal, Read("000000 04 00 00000000 000000 04 00 00000000"));
        Assert.Single(_handler.Lines);
    }

    [Fact]
    public void A_closed_reader_gives_its_buffer_back_and_reads_no_more()
    {
        Read("0000");
        Assert.Equal(1, _buffers.Lent);

        _reader.Close();
        Read("000000 04 00 00000000 00");

        Assert.Equal(0, _buffers.Lent);
        Assert.Empty(_handler.Lines);
    }

    private Http2Error Read(string hex) => _reader.Read(HeaderLines.Bytes(hex));
}
