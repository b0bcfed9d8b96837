using System.Text;
using Conduit.Proxy.Http2.Hpack.Huffman;

namespace Conduit.Proxy.Tests.Http2.Hpack.Huffman;

public sealed class HuffmanDecoderTests
{
    [Theory]
    [InlineData("f1e3c2e5f23a6ba0ab90f4ff", "www.example.com")]
    [InlineData("a8eb10649cbf", "no-cache")]
    [InlineData("6402", "302")]
    [InlineData("", "")]
    public void The_examples_of_the_specification_decode(string hex, string text) =>
        Assert.Equal(text, Encoding.ASCII.GetString(Decode(Convert.FromHexString(hex))!));

    [Fact]
    public void Every_byte_decodes_from_its_code()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];

        Assert.Equal(all, Decode(Encode(all)));
    }

    [Fact]
    public void Random_strings_survive_the_round_trip()
    {
        var random = new Random(1);

        for (var round = 0; round < 2_000; round++)
        {
            var bytes = new byte[random.Next(60)];
            random.NextBytes(bytes);

            Assert.Equal(bytes, Decode(Encode(bytes)));
        }
    }

    [Theory]
    [InlineData("ff")] // a byte of padding only
    [InlineData("1fff")] // 'a' and more than seven bits of padding
    [InlineData("18")] // 'a' and padding of zeros
    [InlineData("ffffffff")] // the end of the string
    [InlineData("fffffffc")] // its first thirty bits, then more
    public void Padding_that_is_none_is_refused(string hex) => Assert.Null(Decode(Convert.FromHexString(hex)));

    private static byte[]? Decode(byte[] encoded)
    {
        var decoded = new byte[HuffmanDecoder.MaxDecodedLength(encoded.Length)];
        var length = HuffmanDecoder.Decode(encoded, decoded);
        return length < 0 ? null : decoded[..length];
    }

    private static byte[] Encode(byte[] text)
    {
        var codes = HuffmanCode.BuildCodes();
        var bits = string.Concat(text.Select(value => Convert.ToString(codes[value], 2).PadLeft(HuffmanCode.Lengths[value], '0')));
        bits = bits.PadRight((bits.Length + 7) / 8 * 8, '1');
        return [.. bits.Chunk(8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }
}
