using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Transport.Buffers;
using Conduit.Proxy.Transport.Timers;
using Conduit.Testing.Fuzzing;

namespace Conduit.Proxy.Tests.Http2.Frames;

public sealed class FrameFuzzTests
{
    private readonly BufferPool _buffers = new(new TimerWheel(TimeProvider.System));

    [Fact]
    public void Whatever_comes_is_read_alike_whole_and_in_pieces_or_ends_the_connection()
    {
        var random = new Random(9113);
        var rounds = FuzzRounds.Count(50_000);

        for (var round = 0; round < rounds; round++)
        {
            var bytes = Make(random);

            Assert.Equal(Read(bytes, () => bytes.Length), Read(bytes, () => random.Next(1, 12)));
        }

        Assert.Equal(0, _buffers.Lent);
    }

    [Fact]
    public void Whatever_is_refused_is_refused_with_the_code_of_the_RFC()
    {
        var random = new Random(5);
        var rounds = FuzzRounds.Count(50_000);

        for (var round = 0; round < rounds; round++)
        {
            var bytes = Make(random);
            var reader = new FrameReader(new FrameParser(new RecordingFrameHandler(), new FieldBlockAssembler(256)), _buffers);

            Assert.True(new FrameRules(mostFragments: 8).Judge(bytes) == reader.Read(bytes), Convert.ToHexString(bytes));
            reader.Close();
        }
    }

    private static byte[] Make(Random random)
    {
        var bytes = new byte[random.Next(96)];
        random.NextBytes(bytes);

        // Short lengths, real types and low numbers of streams, or hardly any frame would be whole or allowed.
        for (var at = 0; at + FrameHeader.Size <= bytes.Length; at += FrameHeader.Size + bytes[at + 2])
        {
            (bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]) = (0, 0, (byte)random.Next(12), (byte)random.Next(11));
            (bytes[at + 5], bytes[at + 6], bytes[at + 7], bytes[at + 8]) = (0, 0, 0, (byte)random.Next(4));
        }

        return bytes;
    }

    private string Read(byte[] bytes, Func<int> piece)
    {
        var handler = new RecordingFrameHandler();
        var reader = new FrameReader(new FrameParser(handler, new FieldBlockAssembler(256)), _buffers);
        var error = Http2Error.None;

        for (var at = 0; at < bytes.Length && error == Http2Error.None;)
        {
            var length = Math.Min(piece(), bytes.Length - at);
            error = reader.Read(bytes.AsSpan(at, length));
            at += length;
        }

        reader.Close();
        return string.Join('\n', handler.Lines.Append(error.ToString()));
    }
}
