namespace Conduit.Proxy.Http2.Hpack.Huffman;

/// <summary>What four bits do to a decoder.</summary>
/// <param name="Next">The node of the code's tree that it stands at afterwards.</param>
/// <param name="Symbol">The byte that these bits completed; −1 when none.</param>
/// <param name="IsFault">True when the bits spell the end of the string, which no string may contain.</param>
/// <param name="MayEnd">True when the bits since the last symbol are such as pad a string's last byte.</param>
internal readonly record struct HuffmanStep(byte Next, short Symbol, bool IsFault, bool MayEnd);
