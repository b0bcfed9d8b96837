using Conduit.Proxy.Http2.Streams;

namespace Conduit.Proxy.Tests.Http2.Streams;

public sealed class ReplayBufferTests
{
    private readonly ReplayBuffer _replay = new(limit: 10);

    [Fact]
    public void It_keeps_what_was_sent_in_order()
    {
        _replay.Add("abc"u8);
        _replay.Add("def"u8);

        Assert.True(_replay.IsComplete);
        Assert.Equal("abcdef"u8, _replay.Bytes);
    }

    [Fact]
    public void It_gives_up_beyond_its_limit_until_the_next_request()
    {
        _replay.Add(new byte[10]);
        _replay.Add(new byte[1]);
        Assert.False(_replay.IsComplete);
        Assert.True(_replay.Bytes.IsEmpty);

        _replay.Add(new byte[1]);
        Assert.False(_replay.IsComplete);

        _replay.Reset();
        Assert.True(_replay.IsComplete);
    }

    [Fact]
    public void After_a_rewind_the_same_bytes_are_added_again()
    {
        _replay.Add("abc"u8);
        _replay.Rewind();
        _replay.Add("abcd"u8);

        Assert.Equal("abcd"u8, _replay.Bytes);
    }
}
