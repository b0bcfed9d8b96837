namespace Conduit.Proxy.Http2.Hpack.Huffman;

/// <summary>
/// The code as steps of four bits. No code is shorter than five bits, so a step completes at most one symbol; and a tree with 257
/// leaves has 256 inner nodes, so a byte names one.
/// </summary>
internal sealed class HuffmanTree
{
    private const int Nodes = HuffmanCode.Symbols - 1;

    // A child: 0 is not set yet, a positive number is an inner node, a negative one the complement of a symbol.
    private readonly int[,] _children = new int[Nodes, 2];
    private readonly bool[] _isPadding = new bool[Nodes];
    private int _count = 1;

    private HuffmanTree()
    {
    }

    /// <summary>The step from node <c>n</c> over bits <c>b</c> is at <c>16 × n + b</c>.</summary>
    public static HuffmanStep[] BuildSteps()
    {
        var tree = new HuffmanTree();
        var codes = HuffmanCode.BuildCodes();

        for (var symbol = 0; symbol < codes.Length; symbol++)
        {
            tree.Add(codes[symbol], HuffmanCode.Lengths[symbol], symbol);
        }

        tree.MarkPadding();
        var steps = new HuffmanStep[Nodes * 16];

        for (var index = 0; index < steps.Length; index++)
        {
            steps[index] = tree.Walk(index / 16, index % 16);
        }

        return steps;
    }

    private void Add(uint code, int length, int symbol)
    {
        var node = 0;

        for (var bit = length - 1; bit > 0; bit--)
        {
            ref var child = ref _children[node, (int)((code >> bit) & 1)];
            child = child == 0 ? _count++ : child;
            node = child;
        }

        _children[node, (int)(code & 1)] = ~symbol;
    }

    // Padding is the beginning of the code for the end of the string, shorter than a byte: up to seven ones.
    private void MarkPadding()
    {
        for (var (node, depth) = (0, 0); depth < 8; depth++)
        {
            _isPadding[node] = true;
            node = _children[node, 1];
        }
    }

    private HuffmanStep Walk(int node, int bits)
    {
        short symbol = -1;

        for (var bit = 3; bit >= 0; bit--)
        {
            var child = _children[node, (bits >> bit) & 1];

            if (child == ~HuffmanCode.EndOfString)
            {
                return new HuffmanStep(0, -1, IsFault: true, MayEnd: false);
            }

            symbol = child < 0 ? (short)~child : symbol;
            node = Math.Max(child, 0);
        }

        return new HuffmanStep((byte)node, symbol, IsFault: false, _isPadding[node]);
    }
}
