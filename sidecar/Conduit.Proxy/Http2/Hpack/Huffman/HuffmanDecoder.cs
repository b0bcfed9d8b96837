namespace Conduit.Proxy.Http2.Hpack.Huffman;

/// <summary>Decodes strings of RFC 7541 §5.2.</summary>
internal static class HuffmanDecoder
{
    private static readonly HuffmanStep[] Steps = HuffmanTree.BuildSteps();

    /// <summary>How long the decoded string can be at most: the shortest code has five bits.</summary>
    public static int MaxDecodedLength(int encoded) => encoded * 8 / 5;

    /// <param name="encoded">The string.</param>
    /// <param name="decoded">At least <see cref="MaxDecodedLength"/> bytes.</param>
    /// <returns>The bytes written; −1 when the string is not valid.</returns>
    public static int Decode(ReadOnlySpan<byte> encoded, Span<byte> decoded)
    {
        var steps = Steps;
        var written = 0;
        var last = new HuffmanStep(0, -1, IsFault: false, MayEnd: true);

        foreach (var value in encoded)
        {
            var high = steps[(last.Next << 4) | (value >> 4)];

            if (high.Symbol >= 0)
            {
                decoded[written++] = (byte)high.Symbol;
            }

            last = steps[(high.Next << 4) | (value & 15)];

            if (last.Symbol >= 0)
            {
                decoded[written++] = (byte)last.Symbol;
            }

            if (high.IsFault || last.IsFault)
            {
                return -1;
            }
        }

        return last.MayEnd ? written : -1;
    }
}
