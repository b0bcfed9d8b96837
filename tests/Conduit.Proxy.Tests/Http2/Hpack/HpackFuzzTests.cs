using Conduit.Proxy.Http2.Hpack;
using Conduit.Proxy.Tests.RealPeers;
using Conduit.Testing.Fuzzing;

namespace Conduit.Proxy.Tests.Http2.Hpack;

public sealed class HpackFuzzTests
{
    private static readonly byte[][] Seeds =
    [
        HeaderLines.Bytes("8286 8441 8cf1 e3c2 e5f2 3a6b a0ab 90f4 ff"),
        HeaderLines.Bytes("8287 85bf 4088 25a8 49e9 5ba9 7d7f 8925 a849 e95b b8e8 b4bf"),
        HeaderLines.Bytes("4882 6402 5885 aec3 771a 4b61 96d0 7abe 9410 54d4 44a8 2005 9504 0b81 66e0 82a6 2d1b ff6e 919d 29ad 1718 63c7 8f0b 97c8 e9ae 82ae 43d3"),
        HeaderLines.Bytes("3f 45 40 01 61 01 62 be be 10 01 63 01 64"),
    ];

    private readonly int _rounds = FuzzRounds.Count(100_000);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whatever_comes_is_decoded_or_refused_within_the_limits(int seed)
    {
        var random = new Random(seed);
        var limits = new HpackLimits { TableSize = 512, SectionSize = 2048 };
        var decoder = new HpackDecoder(limits);
        var block = new HeaderBlock();
        var scratch = new HpackScratch();

        for (var round = 0; round < _rounds; round++)
        {
            var result = decoder.Decode(Mutate(random), block, scratch);

            Assert.True(block.Size <= limits.SectionSize);
            Assert.True(decoder.TableSize <= limits.TableSize);
            decoder = result == HpackResult.Broken ? new HpackDecoder(limits) : decoder;
        }
    }

    [Fact]
    public void What_is_decoded_says_the_same_after_its_journey()
    {
        var random = new Random(3);
        var (encoder, decoder, scratch) = (new HpackEncoder(512), new HpackDecoder(HpackLimits.Default), new HpackScratch());
        var (came, arrived) = (new HeaderBlock(), new HeaderBlock());

        for (var round = 0; round < _rounds; round++)
        {
            if (new HpackDecoder(HpackLimits.Default).Decode(Mutate(random), came, scratch) == HpackResult.Decoded)
            {
                var bytes = new byte[HpackEncoder.MaxEncodedLength(came)];
                var length = encoder.Encode(came, bytes, indexesPath: round % 2 == 0);

                Assert.Equal(HpackResult.Decoded, decoder.Decode(bytes.AsSpan(0, length), arrived, scratch));
                Assert.Equal(HeaderLines.Of(came), HeaderLines.Of(arrived));
            }
        }
    }

    // The library comes with the program.
    [InstalledTheory("h2load")]
    [InlineData(4)]
    [InlineData(5)]
    public void What_nghttp2_decodes_is_decoded_to_the_same_and_what_it_refuses_is_refused(int seed)
    {
        var random = new Random(seed);
        var (block, scratch) = (new HeaderBlock(), new HpackScratch());
        var (ours, theirs) = (new HpackDecoder(HpackLimits.Default), new Nghttp2Inflater());

        for (var round = 0; round < _rounds; round++)
        {
            var bytes = Mutate(random);
            var lines = ours.Decode(bytes, block, scratch) == HpackResult.Broken ? null : HeaderLines.Of(block);
            var expected = theirs.Decode(bytes);

            Assert.True(expected is null ? lines is null : lines is not null && expected.SequenceEqual(lines), Convert.ToHexString(bytes));

            // The tables are out of step now, on both sides.
            if (expected is null)
            {
                theirs.Dispose();
                (ours, theirs) = (new HpackDecoder(HpackLimits.Default), new Nghttp2Inflater());
            }
        }

        theirs.Dispose();
    }

    private static byte[] Mutate(Random random)
    {
        var bytes = (byte[])Seeds[random.Next(Seeds.Length)].Clone();

        for (var change = random.Next(6); change > 0; change--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes[..random.Next(bytes.Length + 1)];
    }
}
