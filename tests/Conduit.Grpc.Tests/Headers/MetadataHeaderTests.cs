using Conduit.Grpc.Headers;

namespace Conduit.Grpc.Tests.Headers;

public sealed class MetadataHeaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("00", "AA")]
    [InlineData("0001", "AAE")]
    [InlineData("000102", "AAEC")]
    [InlineData("FBFF", "+/8")]
    public void Bytes_are_sent_as_base64_without_padding(string hex, string encoded) =>
        Assert.Equal(encoded, MetadataHeader.Encode(new Metadata.Entry("key-bin", Convert.FromHexString(hex))));

    [Theory]
    [InlineData("AA", "00")]
    [InlineData("AA==", "00")]
    [InlineData("AAE=", "0001")]
    [InlineData("AAE", "0001")]
    [InlineData("", "")]
    [InlineData("AA,AAE=, AAEC", "00 0001 000102")]
    public void Bytes_are_understood_with_and_without_padding_and_joined(string value, string expected)
    {
        var metadata = Decode("key-bin", value);

        Assert.Equal(expected, string.Join(' ', metadata.Select(entry => Convert.ToHexString(entry.ValueBytes))));
    }

    [Theory]
    [InlineData("!")]
    [InlineData("A")]
    [InlineData("AA=A")]
    public void Bytes_that_are_not_base64_break_the_call(string value) =>
        Assert.Equal(StatusCode.Internal, Assert.Throws<RpcException>(() => Decode("key-bin", value)).StatusCode);

    [Fact]
    public void Text_keeps_its_commas() => Assert.Equal("a, b,c", Decode("Key", "a, b,c").GetValue("key"));

    [Theory]
    [InlineData(":path", "x")]
    [InlineData("grpc-status", "0")]
    [InlineData("Content-Type", "application/grpc")]
    [InlineData("te", "trailers")]
    [InlineData("strange~name", "x")]
    [InlineData("latin", "\u00e9")]
    public void The_protocols_headers_and_what_cannot_be_sent_on_are_no_metadata(string name, string value) => Assert.Empty(Decode(name, value));

    [Fact]
    public void Headers_of_grpc_that_are_for_applications_are_metadata() =>
        Assert.Equal([1], Decode("grpc-status-details-bin", "AQ").GetValueBytes("grpc-status-details-bin"));

    private static Metadata Decode(string name, string value)
    {
        var metadata = new Metadata();
        MetadataHeader.Decode(name, value, metadata);
        return metadata;
    }
}
