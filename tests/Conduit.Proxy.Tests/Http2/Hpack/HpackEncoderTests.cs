using Conduit.Proxy.Http2.Hpack;

namespace Conduit.Proxy.Tests.Http2.Hpack;

public sealed class HpackEncoderTests
{
    private static readonly string[] Request =
    [
        ":method: POST", ":scheme: http", ":path: /emojivoto.v1.VotingService/VoteDoughnut", ":authority: voting-svc.emojivoto:8080",
        "te: trailers", "content-type: application/grpc", "user-agent: grpc-dotnet/2.0", "grpc-timeout: 5S",
    ];

    private readonly HpackEncoder _encoder = new(4096);
    private readonly HpackDecoder _decoder = new(HpackLimits.Default);

    [Fact]
    public void What_is_encoded_decodes_to_the_same()
    {
        Assert.Equal(Request, Decode(Encode(HeaderLines.Block(Request))));
        Assert.Equal(Request, Decode(Encode(HeaderLines.Block(Request))));
    }

    [Fact]
    public void A_repeated_field_takes_one_byte()
    {
        var first = Encode(HeaderLines.Block("te: trailers"));
        var second = Encode(HeaderLines.Block("te: trailers"));

        Assert.Equal(13, first.Length);
        Assert.Equal([0xbe], second);
    }

    [Fact]
    public void A_path_is_indexed_only_where_it_names_one_of_few()
    {
        Encode(HeaderLines.Block(":path: /users/1"), indexesPath: false);
        Assert.True(Encode(HeaderLines.Block(":path: /users/1"), indexesPath: false).Length > 1);

        Encode(HeaderLines.Block(":path: /Service/Method"));
        Assert.Single(Encode(HeaderLines.Block(":path: /Service/Method")));
    }

    [Theory]
    [InlineData("authorization: Bearer abc")]
    [InlineData("set-cookie: id=1")]
    [InlineData("content-length: 12345")]
    [InlineData("grpc-timeout: 4999m")]
    public void Secrets_and_values_that_change_stay_out_of_the_table(string field)
    {
        var first = Encode(HeaderLines.Block(field));
        var second = Encode(HeaderLines.Block(field));

        Assert.Equal(first, second);
        Assert.Equal([field], Decode(second));
        Assert.Equal(0, _decoder.TableSize);
    }

    [Fact]
    public void A_field_that_may_not_be_indexed_stays_so_on_the_next_hop()
    {
        var block = HeaderLines.Block("password: secret");
        block[0].IsNeverIndexed = true;

        Assert.Equal(HeaderLines.Bytes("1008 7061 7373 776f 7264 0673 6563 7265 74"), Encode(block));
    }

    [Fact]
    public void A_smaller_table_of_the_peer_is_honoured_and_confirmed()
    {
        Encode(HeaderLines.Block("te: trailers"));
        _encoder.Limit(0);

        var encoded = Encode(HeaderLines.Block("te: trailers"));

        Assert.Equal(0x20, encoded[0]);
        Assert.Equal(["te: trailers"], Decode(encoded));
        Assert.Equal(0, _decoder.TableSize);
    }

    [Fact]
    public void Two_changes_between_sections_tell_the_smallest_and_the_last()
    {
        _encoder.Limit(0);
        _encoder.Limit(100);

        var encoded = Encode(HeaderLines.Block(":method: GET"));

        Assert.Equal(HeaderLines.Bytes("20 3f 45 82"), encoded);
    }

    [Fact]
    public void A_larger_table_than_ours_changes_nothing()
    {
        _encoder.Limit(uint.MaxValue);

        Assert.Equal([0x82], Encode(HeaderLines.Block(":method: GET")));
    }

    [Fact]
    public void Ten_thousand_sections_through_small_tables_decode_to_themselves()
    {
        var random = new Random(7541);

        for (var round = 0; round < 10_000; round++)
        {
            if (random.Next(100) == 0)
            {
                _encoder.Limit((uint)random.Next(5000));
            }

            string[] lines = [.. Enumerable.Range(0, random.Next(12)).Select(_ => $"x-{random.Next(40)}: {new string('v', random.Next(120))}{random.Next(5)}")];

            Assert.Equal(lines, Decode(Encode(HeaderLines.Block(lines))));
        }
    }

    private byte[] Encode(HeaderBlock block, bool indexesPath = true)
    {
        var target = new byte[HpackEncoder.MaxEncodedLength(block)];
        return target[.._encoder.Encode(block, target, indexesPath)];
    }

    private string[] Decode(byte[] encoded)
    {
        var block = new HeaderBlock();
        Assert.Equal(HpackResult.Decoded, _decoder.Decode(encoded, block, new HpackScratch()));
        return HeaderLines.Of(block);
    }
}
