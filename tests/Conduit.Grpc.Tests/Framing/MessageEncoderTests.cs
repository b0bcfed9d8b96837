using System.Buffers;
using System.IO.Compression;
using System.Text;
using Conduit.Grpc.Framing;

namespace Conduit.Grpc.Tests.Framing;

public sealed class MessageEncoderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("message")]
    public void A_message_follows_its_header(string text) => Assert.Equal(Frames.Plain(text), Encode(text));

    [Fact]
    public void A_message_larger_than_the_first_buffer_arrives_whole()
    {
        var text = new string('x', 1_000_000);

        Assert.Equal(Frames.Plain(text), Encode(text));
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(6, false)]
    public void A_message_may_be_as_large_as_the_limit(int limit, bool isAllowed)
    {
        var failure = Record.Exception(() => Encode("message", limit: limit));

        Assert.Equal(isAllowed ? null : StatusCode.ResourceExhausted, (failure as RpcException)?.StatusCode);
    }

    [Fact]
    public void A_compressed_message_carries_the_flag_and_expands_to_itself()
    {
        var frame = new ReadOnlySequence<byte>(Encode("message", compression: CompressionLevel.Fastest));

        Assert.Equal(1, frame.FirstSpan[0]);
        Assert.True(Frames.Decoder("gzip").TryDecode(ref frame, out var message));
        Assert.Equal("message", Encoding.ASCII.GetString(message));
    }

    [Fact]
    public void An_empty_message_is_not_compressed() => Assert.Equal(Frames.Plain(""), Encode("", compression: CompressionLevel.Fastest));

    [Fact]
    public void A_single_message_can_opt_out_of_compression() =>
        Assert.Equal(
            Frames.Plain("message"),
            Encode("message", compression: CompressionLevel.Fastest, options: new WriteOptions(WriteFlags.NoCompress)));

    [Fact]
    public void A_marshaller_that_writes_in_pieces_makes_one_message()
    {
        var marshaller = Marshallers.Create<string>(
            (text, context) =>
            {
                foreach (var character in text)
                {
                    context.GetBufferWriter().Write([(byte)character]);
                }

                context.Complete();
            },
            context => Encoding.ASCII.GetString(context.PayloadAsReadOnlySequence()));

        Assert.Equal(Frames.Plain("pieces"), Encode("pieces", marshaller));
    }

    [Fact]
    public void A_marshaller_that_does_not_complete_is_told_so()
    {
        var marshaller = Marshallers.Create<string>((_, _) => { }, _ => "");

        Assert.Throws<InvalidOperationException>(() => Encode("x", marshaller));
    }

    private static byte[] Encode(
        string text, Marshaller<string>? marshaller = null, int? limit = null, CompressionLevel? compression = null, WriteOptions? options = null)
    {
        using var buffer = new MessageEncoder<string>(marshaller ?? Marshallers.StringMarshaller, limit, compression)
            .Encode(text, options, out var frame);
        return frame.ToArray();
    }
}
