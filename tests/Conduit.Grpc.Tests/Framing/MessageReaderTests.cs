using System.IO.Pipelines;
using Conduit.Grpc.Framing;
using Conduit.Testing.Time;

namespace Conduit.Grpc.Tests.Framing;

public sealed class MessageReaderTests
{
    private readonly Pipe _pipe = new();

    [Fact]
    public async Task Messages_are_read_as_their_bytes_arrive()
    {
        var frame = Frames.Plain("hello");
        var reading = Reader().ReadAsync(CancellationToken.None).AsTask();
        foreach (var value in frame)
        {
            Assert.False(reading.IsCompleted);
            await _pipe.Writer.WriteAsync(new[] { value });
        }

        Assert.Equal("hello", await Eventually.Ends(reading));
    }

    [Fact]
    public async Task The_end_between_messages_is_the_end()
    {
        await WriteAndEndAsync(Frames.Plain("only"));
        var reader = Reader();

        Assert.Equal("only", await Eventually.Ends(reader.ReadAsync(CancellationToken.None).AsTask()));
        Assert.Null(await Eventually.Ends(reader.ReadAsync(CancellationToken.None).AsTask()));
        Assert.Null(await Eventually.Ends(reader.ReadAsync(CancellationToken.None).AsTask()));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(7)]
    public async Task The_end_within_a_message_is_an_error(int kept)
    {
        await WriteAndEndAsync(Frames.Plain("hello")[..kept]);

        var failure = await Assert.ThrowsAsync<RpcException>(() => Eventually.Ends(Reader().ReadAsync(CancellationToken.None).AsTask()));

        Assert.Equal(new Status(StatusCode.Internal, "Incomplete message."), failure.Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_single_message_is_neither_none_nor_two(int count)
    {
        await WriteAndEndAsync([.. Enumerable.Repeat(Frames.Plain("one"), count).SelectMany(frame => frame)]);

        var failure = await Assert.ThrowsAsync<RpcException>(() => Eventually.Ends(Reader().ReadSingleAsync(CancellationToken.None).AsTask()));

        Assert.Equal(StatusCode.Internal, failure.StatusCode);
    }

    private MessageReader<string> Reader() => new(_pipe.Reader, Frames.Decoder(), Marshallers.StringMarshaller);

    private async Task WriteAndEndAsync(byte[] bytes)
    {
        await _pipe.Writer.WriteAsync(bytes);
        await _pipe.Writer.CompleteAsync();
    }
}
