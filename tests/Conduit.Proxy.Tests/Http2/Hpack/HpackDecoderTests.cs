using Conduit.Proxy.Http2.Hpack;

namespace Conduit.Proxy.Tests.Http2.Hpack;

public sealed class HpackDecoderTests
{
    private readonly HpackDecoder _decoder = new(HpackLimits.Default);
    private readonly HeaderBlock _block = new();
    private readonly HpackScratch _scratch = new();

    [Theory]
    [InlineData("80")] // index 0
    [InlineData("be")] // index 62 of an empty dynamic table
    [InlineData("7e 01 61")] // name at index 62 of an empty dynamic table
    [InlineData("40")] // no name
    [InlineData("40 01 61")] // no value
    [InlineData("40 05 61")] // name cut off
    [InlineData("40 01 61 05 62")] // value cut off
    [InlineData("ff")] // integer cut off
    [InlineData("ff ff ff ff ff 7f")] // integer beyond 31 bits
    [InlineData("3f e2 1f")] // table of 4097 bytes
    [InlineData("82 20")] // size update after a field
    [InlineData("00 81 ff 01 61")] // eight bits of padding
    [InlineData("00 84 ff ff ff ff 01 61")] // the end of the string in a string
    [InlineData("00 81 00 01 61")] // padding of zeros
    public void What_is_not_HPACK_is_broken(string hex) =>
        Assert.Equal(HpackResult.Broken, _decoder.Decode(HeaderLines.Bytes(hex), _block, _scratch));

    [Fact]
    public void Two_size_updates_in_front_are_taken() =>
        Assert.Equal(HpackResult.Decoded, _decoder.Decode(HeaderLines.Bytes("20 3f e1 1f 82"), _block, _scratch));

    [Fact]
    public void A_size_update_to_zero_empties_the_table()
    {
        Decode("40 01 61 01 62");
        Assert.Equal(34, _decoder.TableSize);

        Decode("20");

        Assert.Equal(0, _decoder.TableSize);
        Assert.Equal(HpackResult.Broken, _decoder.Decode(HeaderLines.Bytes("be"), _block, _scratch));
    }

    [Fact]
    public void A_field_larger_than_the_table_empties_it_and_is_still_delivered()
    {
        var decoder = new HpackDecoder(new HpackLimits { TableSize = 64 });
        decoder.Decode(HeaderLines.Bytes("40 01 61 01 62"), _block, _scratch);
        byte[] large = [0x40, 1, (byte)'c', 40, .. Enumerable.Repeat((byte)'x', 40)];

        Assert.Equal(HpackResult.Decoded, decoder.Decode(large, _block, _scratch));

        Assert.Equal([$"c: {new string('x', 40)}"], HeaderLines.Of(_block));
        Assert.Equal(0, decoder.TableSize);
    }

    [Fact]
    public void A_name_may_come_from_the_entry_that_its_field_evicts()
    {
        var decoder = new HpackDecoder(new HpackLimits { TableSize = 64 });
        decoder.Decode(HeaderLines.Bytes("40 04 6e616d65 01 31"), _block, _scratch);

        byte[] evicting = [0x7e, 20, .. Enumerable.Repeat((byte)'v', 20)];

        Assert.Equal(HpackResult.Decoded, decoder.Decode(evicting, _block, _scratch));
        Assert.Equal([$"name: {new string('v', 20)}"], HeaderLines.Of(_block));
        Assert.Equal(HpackResult.Decoded, decoder.Decode([0xbe], _block, _scratch));
        Assert.Equal([$"name: {new string('v', 20)}"], HeaderLines.Of(_block));
    }

    [Fact]
    public void A_section_beyond_the_limit_is_not_kept_but_leaves_the_table_in_step()
    {
        var decoder = new HpackDecoder(new HpackLimits { SectionSize = 200 });
        byte[] many = [0x40, 1, (byte)'a', 1, (byte)'b', .. Enumerable.Repeat((byte)0xbe, 1000)];

        Assert.Equal(HpackResult.TooLarge, decoder.Decode(many, _block, _scratch));
        Assert.True(_block.Size <= 200);

        Assert.Equal(HpackResult.Decoded, decoder.Decode([0xbe], _block, _scratch));
        Assert.Equal(["a: b"], HeaderLines.Of(_block));
    }

    [Theory]
    [InlineData("00 01 41 00", HeaderKind.Forbidden)] // upper case
    [InlineData("00 00 00", HeaderKind.Forbidden)] // no name
    [InlineData("00 02 6120 00", HeaderKind.Forbidden)] // space in the name
    [InlineData("00 01 61 01 0a", HeaderKind.Forbidden)] // line feed in the value
    [InlineData("00 01 61 01 00", HeaderKind.Forbidden)] // NUL in the value
    [InlineData("00 03 3a6162 00", HeaderKind.Forbidden)] // unknown pseudo-header
    [InlineData("00 02 7465 00", HeaderKind.Te)]
    [InlineData("88", HeaderKind.Status)]
    public void A_fields_meaning_is_found_with_it(string hex, object kind)
    {
        Decode(hex);

        Assert.Equal(kind, _block[0].Kind);
    }

    private void Decode(string hex) => Assert.Equal(HpackResult.Decoded, _decoder.Decode(HeaderLines.Bytes(hex), _block, _scratch));
}
