using System.Buffers;
using Conduit.Grpc.Framing;

namespace Conduit.Grpc.Tests.Framing;

public sealed class FrameHeaderTests
{
    [Theory]
    [InlineData(false, 0u, "0000000000")]
    [InlineData(true, 1u, "0100000001")]
    [InlineData(false, 0xfffefdfcu, "00FFFEFDFC")]
    public void A_header_is_a_flag_and_a_big_endian_length(bool isCompressed, uint length, string expected)
    {
        var bytes = new byte[FrameHeader.Size];
        var header = new FrameHeader(isCompressed, length);

        header.Write(bytes);

        Assert.Equal(expected, Convert.ToHexString(bytes));
        Assert.True(FrameHeader.TryRead(new ReadOnlySequence<byte>(bytes), out var read));
        Assert.Equal(header, read);
    }

    [Fact]
    public void Fewer_than_five_bytes_are_no_header() =>
        Assert.False(FrameHeader.TryRead(new ReadOnlySequence<byte>(new byte[4]), out _));

    [Fact]
    public void A_flag_other_than_0_and_1_breaks_the_protocol()
    {
        var failure = Assert.Throws<RpcException>(() => FrameHeader.TryRead(new ReadOnlySequence<byte>([2, 0, 0, 0, 0]), out _));

        Assert.Equal(StatusCode.Internal, failure.StatusCode);
    }
}
