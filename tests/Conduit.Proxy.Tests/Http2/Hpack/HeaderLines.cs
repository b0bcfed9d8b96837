using System.Text;
using Conduit.Proxy.Http2.Hpack;

namespace Conduit.Proxy.Tests.Http2.Hpack;

/// <summary>Header sections as lines of text, <c>name: value</c>, and back.</summary>
internal static class HeaderLines
{
    public static string[] Of(HeaderBlock block) =>
        [.. Enumerable.Range(0, block.Count).Select(field => $"{Encoding.Latin1.GetString(block.Name(field))}: {Encoding.Latin1.GetString(block.Value(field))}")];

    public static HeaderBlock Block(params string[] lines)
    {
        var block = new HeaderBlock();

        foreach (var line in lines)
        {
            // A pseudo-header's name begins with a colon.
            var end = line.IndexOf(": ", 1, StringComparison.Ordinal);
            block.Add(Encoding.Latin1.GetBytes(line[..end]), Encoding.Latin1.GetBytes(line[(end + 2)..]));
        }

        return block;
    }

    public static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", string.Empty, StringComparison.Ordinal));
}
