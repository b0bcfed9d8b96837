using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Transport.Buffers;
using Conduit.Proxy.Transport.Timers;

namespace Conduit.Proxy.Tests.Http2.Frames;

public sealed class FrameWriterTests
{
    private readonly ByteQueue _output = new(new BufferPool(new TimerWheel(TimeProvider.System)));
    private readonly FrameWriter _writer;

    public FrameWriterTests() => _writer = new FrameWriter(_output);

    [Fact]
    public void What_is_written_is_read_again()
    {
        _writer.WriteSettings([new Setting(SettingId.MaxConcurrentStreams, 100)]);
        _writer.WriteSettingsAck();
        _writer.WriteHeaders(1, [0x82], endStream: false);
        _writer.WriteData(1, "abc"u8, endStream: true);
        _writer.WriteWindowUpdate(0, 5);
        _writer.WriteReset(3, Http2Error.Cancel);
        _writer.WritePing([1, 2, 3, 4, 5, 6, 7, 8], isAck: true);
        _writer.WriteGoAway(7, Http2Error.EnhanceYourCalm);

        string[] lines =
        [
            "SETTINGS 000300000064", "SETTINGS ack", "HEADERS 1 82", "DATA 1 616263 flow=3 end", "WINDOW_UPDATE 0 5", "RESET 3 8",
            "PING 0102030405060708 ack", "GOAWAY 7 11",
        ];
        Assert.Equal(lines, ReadAll());
    }

    [Fact]
    public void Long_data_is_cut_to_the_peers_limit_and_ends_once()
    {
        _writer.MaxLength = 4;

        _writer.WriteData(1, "abcdefghij"u8, endStream: true);

        Assert.Equal(["DATA 1 61626364 flow=4", "DATA 1 65666768 flow=4", "DATA 1 696A flow=2 end"], ReadAll());
    }

    [Fact]
    public void An_empty_end_is_one_frame()
    {
        _writer.WriteData(1, [], endStream: true);

        Assert.Equal(["DATA 1  flow=0 end"], ReadAll());
    }

    [Fact]
    public void A_long_field_block_continues()
    {
        _writer.MaxLength = 2;

        _writer.WriteHeaders(1, [0x82, 0x84, 0x86], endStream: true);

        Assert.Equal(2 * FrameHeader.Size + 3, _output.Length);
        Assert.Equal(["HEADERS 1 828486 end"], ReadAll());
    }

    private List<string> ReadAll()
    {
        var handler = new RecordingFrameHandler();
        var reader = new FrameReader(new FrameParser(handler, new FieldBlockAssembler(1024)), new BufferPool(new TimerWheel(TimeProvider.System)));

        while (!_output.IsEmpty)
        {
            var part = _output.First;
            Assert.Equal(Http2Error.None, reader.Read(part));
            _output.Consume(part.Length);
        }

        return handler.Lines;
    }
}
