using System.Buffers;
using System.Text;
using Conduit.Grpc.Framing;

namespace Conduit.Grpc.Tests.Framing;

public sealed class MessageDecoderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(1000)]
    public void Messages_come_out_however_the_bytes_are_cut(int segmentSize)
    {
        var buffer = Segments.Of([.. Frames.Plain("first"), .. Frames.Plain(""), .. Frames.Plain("third")], segmentSize);

        Assert.Equal(["first", "", "third"], DecodeAll(Frames.Decoder(), ref buffer));
        Assert.True(buffer.IsEmpty);
    }

    [Fact]
    public void An_incomplete_message_is_left_for_later_at_every_cut()
    {
        var frame = Frames.Plain("message");
        for (var length = 0; length < frame.Length; length++)
        {
            var buffer = new ReadOnlySequence<byte>(frame, 0, length);

            Assert.False(Frames.Decoder().TryDecode(ref buffer, out _));
            Assert.Equal(length, buffer.Length);
        }
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(6, false)]
    public void A_message_may_be_as_large_as_the_limit(int limit, bool isAllowed)
    {
        var buffer = new ReadOnlySequence<byte>(Frames.Plain("message"));

        var status = StatusOf(Frames.Decoder(limit: limit), buffer);

        Assert.Equal(isAllowed ? StatusCode.OK : StatusCode.ResourceExhausted, status);
    }

    [Theory]
    [InlineData(1001u)]
    [InlineData(uint.MaxValue)]
    public void An_oversized_message_is_refused_by_its_header_alone(uint length)
    {
        var header = new byte[FrameHeader.Size];
        new FrameHeader(IsCompressed: false, length).Write(header);

        Assert.Equal(StatusCode.ResourceExhausted, StatusOf(Frames.Decoder(limit: 1000), new ReadOnlySequence<byte>(header)));
    }

    [Fact]
    public void A_compressed_message_is_expanded()
    {
        var buffer = Segments.Of([.. Frames.Gzipped("small"), .. Frames.Plain("plain")], 4);

        Assert.Equal(["small", "plain"], DecodeAll(Frames.Decoder("gzip"), ref buffer));
    }

    [Fact]
    public void No_bytes_are_an_empty_message_whatever_the_flag_says()
    {
        var buffer = new ReadOnlySequence<byte>(Frames.Frame(1, []));

        Assert.Equal([""], DecodeAll(Frames.Decoder("gzip"), ref buffer));
    }

    [Fact]
    public void A_small_message_that_expands_past_the_limit_is_refused()
    {
        var bomb = Frames.Frame(1, Frames.Gzip(new byte[10_000_000]));
        Assert.InRange(bomb.Length, 1, 50_000);

        Assert.Equal(StatusCode.ResourceExhausted, StatusOf(Frames.Decoder("gzip", limit: 1_000_000), new ReadOnlySequence<byte>(bomb)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("identity")]
    public void A_compressed_message_needs_a_named_encoding(string? encoding) =>
        Assert.Equal(StatusCode.Internal, StatusOf(Frames.Decoder(encoding), new ReadOnlySequence<byte>(Frames.Gzipped("x"))));

    [Theory]
    [InlineData(StatusCode.Unimplemented)]
    [InlineData(StatusCode.Internal)]
    public void An_unknown_encoding_has_the_status_of_its_side(StatusCode unsupported) =>
        Assert.Equal(
            unsupported,
            StatusOf(Frames.Decoder("snappy", unsupported: unsupported), new ReadOnlySequence<byte>(Frames.Frame(1, [1, 2, 3]))));

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public void Broken_gzip_is_an_internal_error(int kept)
    {
        var broken = Frames.Gzip(Encoding.ASCII.GetBytes("a message of some length"))[..kept];

        Assert.Equal(StatusCode.Internal, StatusOf(Frames.Decoder("gzip"), new ReadOnlySequence<byte>(Frames.Frame(1, [.. broken, 0xff, 0xff]))));
    }

    private static List<string> DecodeAll(MessageDecoder decoder, ref ReadOnlySequence<byte> buffer)
    {
        var messages = new List<string>();
        while (decoder.TryDecode(ref buffer, out var message))
        {
            messages.Add(Encoding.ASCII.GetString(message));
        }

        return messages;
    }

    private static StatusCode StatusOf(MessageDecoder decoder, ReadOnlySequence<byte> buffer)
    {
        try
        {
            Assert.True(decoder.TryDecode(ref buffer, out _));
            return StatusCode.OK;
        }
        catch (RpcException failure)
        {
            return failure.StatusCode;
        }
    }
}
